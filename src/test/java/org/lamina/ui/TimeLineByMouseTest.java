package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamina.app.RunState;
import org.lamina.app.TimeLine;
import org.lamina.graph.NodeId;

/// Back to earlier moments of a run by mouse and keyboard, and what is taken away of all of them.
class TimeLineByMouseTest extends DigitsByMouse {

    private static final NodeId CONV = new NodeId("conv-1");

    @Override
    double height() {
        return 720;
    }

    @BeforeEach
    void learnALittle() {
        FxDriver.run(() -> workspace().selection().set(CONV));
        bench.driver.key(KeyCode.DIGIT2, KeyCode.CONTROL);
        train(4);
    }

    @Test
    void draggedBackAnEarlierMapIsShownAndReleasedThePresentLivesAgain() {
        await(() -> step() > line().kept().first() && line().kept().count() > 4);
        Bounds track = FxDriver.call(() -> {
            Node node = bench.driver.find("#time-slider");
            return node.localToScene(node.getBoundsInLocal());
        });
        Point2D thumb = bench.driver.centre("#time-slider .thumb");
        bench.driver.move(thumb).press().glide(new Point2D(track.getMinX() + 4, thumb.getY()));
        await(() -> Long.valueOf(0).equals(line().shownProperty().get()));
        bench.driver.pulses(4);
        assertThat(step()).isZero();
        assertThat(text("#time-where")).isEqualTo("Step 0");
        float[] untrained = kernel();
        pictures("time-back");
        bench.driver.release();
        assertThat(FxDriver.call(() -> line().isLive())).isTrue();
        await(() -> step() > 0);
        assertThat(text("#time-where")).isEqualTo("Live");
        await(() -> !Arrays.equals(kernel(), untrained));
        assertThat(workspace().training().state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void arrowsStayAtAMomentAndCurvesPredictionsAndQuestionsFollow() {
        pause();
        bench.driver.key(KeyCode.HOME, KeyCode.CONTROL, KeyCode.ALT);
        for (KeyCode tab : new KeyCode[]{KeyCode.DIGIT1, KeyCode.DIGIT3, KeyCode.DIGIT7, KeyCode.DIGIT9}) {
            bench.driver.key(tab, KeyCode.CONTROL).pulses(10);
            await(() -> Long.valueOf(0).equals(line().shownProperty().get()));
            bench.driver.pulses(20);
            pictures("time-" + tab.getName());
        }
        long right = FxDriver.call(() -> Objects.requireNonNull(
                workspace().watch().looking().confusionProperty().get()).right());
        bench.driver.key(KeyCode.DIGIT3, KeyCode.CONTROL).key(KeyCode.END, KeyCode.CONTROL, KeyCode.ALT);
        await(() -> Objects.requireNonNull(workspace().watch().looking().confusionProperty().get()).right() > right);
    }

    @Test
    void layerOverAllMomentsIsSavedAsGifAndAsFrames() throws Exception {
        pause();
        await(() -> bench.driver.shows("#maps-all-units") && line().kept().count() > 3);
        bench.save = folder.resolve("layer.gif");
        film("save-gif");
        int count = FxDriver.call(() -> Math.min(100, line().kept().places()));
        try (ImageInputStream in = ImageIO.createImageInputStream(folder.resolve("layer.gif").toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(count);
            assertThat(pixels(reader, 0)).isNotEqualTo(pixels(reader, count - 1));
        }
        bench.save = folder.resolve("frames");
        film("save-frames");
        try (Stream<Path> frames = Files.list(folder.resolve("frames"))) {
            assertThat(frames.map(f -> f.getFileName().toString()).sorted().toList()).hasSize(count)
                    .startsWith("frame-001.png");
        }
        bench.save = folder.resolve("none.gif");
        begin("save-gif");
        await(() -> text("#film-state").startsWith("Picture 2"));
        pictures("time-film");
        bench.driver.click("#film-cancel");
        bench.settle();
        assertThat(bench.driver.shows("#film")).isFalse();
        assertThat(FxDriver.call(() -> line().isLive())).isTrue();
        assertThat(folder.resolve("none.gif")).doesNotExist();
    }

    private static int[] pixels(ImageReader reader, int frame) throws Exception {
        var image = reader.read(frame);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private void film(String way) {
        begin(way);
        await(() -> !bench.driver.shows("#film"));
        bench.settle();
        assertThat(FxDriver.call(() -> bench.studio.notices().waiting().getFirst().text())).contains("is saved in");
    }

    private void begin(String way) {
        FxDriver.run(() -> bench.window.groups().stream().flatMap(g -> g.actions().stream())
                .filter(a -> a.id().equals(way)).findFirst().orElseThrow().fire());
        await(() -> bench.driver.shows("#film"));
    }

    private void pictures(String name) {
        bench.drawer(0.4);
        picture(name);
    }

    private long step() {
        var output = FxDriver.call(() -> workspace().watch().looking().output(CONV));
        return output == null ? -1 : output.step();
    }

    private float[] kernel() {
        return Arrays.copyOf(Objects.requireNonNull(workspace().watch().looking().kernels(CONV)).values().values(), 50);
    }

    private TimeLine line() {
        return workspace().timeLine();
    }

    private String text(String selector) {
        return ((Label) bench.driver.find(selector)).getText();
    }
}
