package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.DataInfo;
import org.lamina.data.Target;
import org.lamina.data.read.Pictures;
import org.lamina.file.Png;
import org.lamina.study.Picture;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

class OwnPictureTest {
    private final ScriptedEngine engine = new ScriptedEngine();
    private final EngineLink link = new EngineLink(engine);
    private final Samples samples = new Samples(link, new Random(1));
    private final List<String> complaints = new ArrayList<>();
    private final OwnPicture own = new OwnPicture(new Document(Scenes.project()), samples, Runnable::run, Runnable::run,
            complaints::add);

    @TempDir
    Path folder;

    @BeforeEach
    void know() {
        know(Shape.image(1, 2, 2));
    }

    private void know(Shape input) {
        engine.events.add(Scenes.started(new DataInfo(input, new Target.Classes(List.of("a", "b")), 4), 2));
        link.pump();
    }

    private static BufferedImage grey(int level) {
        BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++)
            picture.setRGB(i % 8, i / 8, 0x010101 * level);
        return picture;
    }

    private static Picture.Own all(float value) {
        return new Picture.Own(new Tensor(new int[]{2, 2, 1}, new float[]{value, value, value, value}));
    }

    @Test
    void fileIsBroughtToTheShapeOfTheSamples() throws IOException {
        Path file = folder.resolve("grey.png");
        Png.write(file, grey(51));
        own.read(file);
        assertThat(samples.picture()).isEqualTo(all(0.2f));
        own.invert();
        assertThat(samples.picture()).isEqualTo(all(0.8f));
    }

    @Test
    void choosingASampleOrOtherDataLeavesIt() {
        own.take(grey(255));
        samples.move(1);
        assertThat(samples.picture()).isEqualTo(new Picture.Validation(1));
        own.take(grey(255));
        know(Shape.image(1, 3, 3));
        assertThat(samples.picture()).isEqualTo(new Picture.Validation(1));
    }

    @Test
    void brokenFileIsNamedAndLosesNothing() throws IOException {
        own.take(grey(255));
        own.read(Files.writeString(folder.resolve("broken.png"), "no picture"));
        own.read(folder.resolve("missing.png"));
        assertThat(samples.picture()).isEqualTo(all(1));
        assertThat(complaints).hasSize(2);
        assertThat(complaints.getFirst()).contains("broken.png", "it is no PNG, JPEG, GIF or BMP picture");
        assertThat(complaints.getLast()).contains("missing.png");
    }

    @Test
    void networkThatTakesNoPicturesIsSaidTo() {
        know(Shape.vector(3));
        own.take(grey(255));
        assertThat(complaints).singleElement().asString().startsWith("Needs a network that takes pictures");
    }

    /// A stroke of 20 by 100 pixels in a corner comes out with its longer side 20/28 of the pad, in the middle.
    @Test
    void drawnInkLiesAsInMnist() {
        Strokes strokes = new Strokes();
        strokes.begin(20, 20, 20, false);
        strokes.extend(20, 100);
        int[] box = box(Pictures.centred(strokes.picture()));
        assertThat(box[3] - box[2]).isCloseTo(200, within(3));
        assertThat(box[0] + box[1]).isCloseTo(Strokes.SIDE, within(3));
        assertThat(box[2] + box[3]).isCloseTo(Strokes.SIDE, within(3));
    }

    @Test
    void lastStrokeIsTakenAwayAndTheEraserErases() {
        Strokes strokes = new Strokes();
        strokes.begin(50, 50, 20, false);
        strokes.begin(50, 50, 40, true);
        assertThat(light(strokes.picture(), 50, 50)).isZero();
        strokes.undo();
        assertThat(light(strokes.picture(), 50, 50)).isEqualTo(255);
        strokes.undo();
        strokes.undo();
        assertThat(strokes.isEmpty()).isTrue();
        assertThat(Pictures.centred(strokes.picture()).getRGB(50, 50) & 0xff).isZero();
    }

    private static int light(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 0xff;
    }

    /// Left, right, top and bottom of what is light.
    private static int[] box(BufferedImage picture) {
        int[] box = {Strokes.SIDE, 0, Strokes.SIDE, 0};
        for (int y = 0; y < Strokes.SIDE; y++)
            for (int x = 0; x < Strokes.SIDE; x++)
                if (light(picture, x, y) > 127) {
                    box[0] = Math.min(box[0], x);
                    box[1] = Math.max(box[1], x + 1);
                    box[2] = Math.min(box[2], y);
                    box[3] = Math.max(box[3], y + 1);
                }
        return box;
    }
}
