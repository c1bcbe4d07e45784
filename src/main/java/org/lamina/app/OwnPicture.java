package org.lamina.app;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.lamina.data.DataException;
import org.lamina.data.read.ImageFolder;
import org.lamina.data.read.ImageFolder.Resize;
import org.lamina.data.read.Pictures;
import org.lamina.study.Picture;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Brings a person's own picture, from wherever it comes, to the shape that the network takes, and has it looked at in
/// place of a sample.
public final class OwnPicture {

    private final Document document;
    private final Samples samples;
    private final Executor background;
    private final Executor window;
    private final Consumer<String> complain;

    /// @param complain is told why a picture cannot be looked at
    public OwnPicture(Document document, Samples samples, Executor background, Executor window,
            Consumer<String> complain) {
        this.document = document;
        this.samples = samples;
        this.background = background;
        this.window = window;
        this.complain = complain;
    }

    /// Why there is none to be looked at: nothing answers yet, or what answers takes no pictures. Empty where one can be.
    public String refusal() {
        Shape shape = samples.input();
        if (shape == null)
            return "Press Train (F5) or load weights first: then the network answers for a picture of your own.";
        return shape.isImage() ? ""
                : "Needs a network that takes pictures; this one takes " + shape.describe() + ".";
    }

    public void read(Path file) {
        look(shape -> Pictures.of(file, shape, resize()));
    }

    public void take(BufferedImage picture) {
        look(shape -> Pictures.of(picture, shape, resize()));
    }

    /// Light becomes dark: for ink on paper where the network knows chalk on a board.
    public void invert() {
        if (!(samples.picture() instanceof Picture.Own(Tensor shown)))
            return;
        float[] inverted = shown.values().clone();
        for (int i = 0; i < inverted.length; i++)
            inverted[i] = 1 - inverted[i];
        samples.look(new Picture.Own(new Tensor(shown.sizes(), inverted)));
    }

    /// @param centred whether the ink is brought to the size and place that it has in MNIST
    public void draw(Strokes strokes, boolean centred) {
        Shape shape = samples.input();
        if (shape == null || !shape.isImage())
            return;
        BufferedImage ink = strokes.picture();
        samples.look(new Picture.Own(Pictures.of(centred ? Pictures.centred(ink) : ink, shape, Resize.FIT)));
    }

    @FunctionalInterface
    private interface Making {
        Tensor of(Shape shape) throws DataException;
    }

    private void look(Making making) {
        String refusal = refusal();
        if (!refusal.isEmpty()) {
            complain.accept(refusal);
            return;
        }
        Shape shape = Objects.requireNonNull(samples.input());
        background.execute(() -> {
            Runnable next = made(() -> making.of(shape));
            window.execute(next);
        });
    }

    /// What to do with the picture, or with there being none.
    private Runnable made(Callable<Tensor> making) {
        try {
            Tensor picture = making.call();
            return () -> samples.look(new Picture.Own(picture));
        } catch (Exception e) { // whatever a decoder throws at a broken picture
            String message = Objects.requireNonNullElse(e.getMessage(), e.toString());
            return () -> complain.accept(message);
        }
    }

    private Resize resize() {
        return document.project().data() instanceof ImageFolder folder ? folder.resize() : Resize.FIT;
    }
}
