package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.Workspace;
import org.lamina.engine.EngineThread;

/// The README's two minutes in front of a class, step by step by mouse and keyboard, with a clock.
@Tag("slow")
class TwoMinutesTest {

    @TempDir
    Path folder;

    private Bench bench;
    private long began;

    @BeforeEach
    void open() {
        bench = new Bench(folder, Path.of("sample-projects"), EngineThread.start());
        bench.size(1440, 900);
        began = System.nanoTime();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void edgesThenPartsThenShapes() {
        bench.driver.click("#sample-shapes-hierarchy");
        bench.settle();
        bench.driver.key(KeyCode.F5);
        await(() -> curves() >= 3);
        tell("1-trained");
        bench.driver.key(KeyCode.H, KeyCode.CONTROL, KeyCode.SHIFT).key(KeyCode.F4);
        await(() -> bench.driver.all(".feature-card").size() >= 16);
        bench.driver.pulses(60);
        tell("2-hierarchy");
        bench.driver.click(bench.driver.all(".feature-card").stream()
                .filter(n -> n.getId().startsWith("feature-relu-2")).findFirst().map(n -> "#" + n.getId())
                .orElseThrow());
        await(() -> bench.driver.all(".feed-line").size() > 0);
        bench.driver.click("#feature-prefer");
        await(() -> text("#feature-response").startsWith("answers"));
        tell("3-preferred");
        bench.driver.key(KeyCode.DIGIT7, KeyCode.CONTROL);
        await(() -> bench.driver.shows("#why-answer-0") && !text("#why-answer-0").isEmpty());
        bench.driver.click("#why-draw").pulses(10);
        String before = text("#why-answer-0");
        triangle();
        await(() -> !text("#why-answer-0").equals(before));
        assertThat(Stream.of(new Point2D(-22, -2), new Point2D(0, 40), new Point2D(22, -2)).map(this::drawn))
                .as("middles of the three strokes").containsOnly(Color.WHITE);
        bench.driver.pulses(60);
        tell("4-why");
        bench.driver.key(KeyCode.DIGIT9, KeyCode.CONTROL);
        await(() -> bench.driver.shows("#fooling-before") && !text("#fooling-before").isEmpty());
        fool();
        bench.driver.key(KeyCode.F6).click("#fooling-measure");
        await(() -> text("#fooling-words").startsWith("Accuracy on"));
        tell("5-fooled");
        bench.driver.key(KeyCode.F4).pulses(10);
        assertThat(bench.driver.shows("#canvas")).isTrue();
        tell("6-canvas");
    }

    private void triangle() {
        Point2D middle = bench.driver.centre("#pad-board");
        Point2D top = middle.add(0, -45);
        Point2D left = middle.add(-45, 40);
        Point2D right = middle.add(45, 40);
        bench.driver.drag(top, left).drag(left, right).drag(right, top);
    }

    /// The colour of the board at a place, from its middle.
    private Color drawn(Point2D place) {
        return FxDriver.call(() -> {
            ImageView board = (ImageView) bench.driver.find("#pad-board").lookup(".image-view");
            Image image = board.getImage();
            double scale = image.getWidth() / board.getFitWidth();
            return image.getPixelReader().getColor((int) (image.getWidth() / 2 + place.getX() * scale),
                    (int) (image.getHeight() / 2 + place.getY() * scale));
        });
    }

    /// Moves epsilon until the answer is another.
    private void fool() {
        String first = answer("#fooling-before");
        bench.driver.click("#fooling-epsilon").key(KeyCode.HOME);
        await(() -> answer("#fooling-after").equals(first));
        for (int i = 0; i < 60 && answer("#fooling-after").equals(first); i++)
            bench.driver.key(KeyCode.RIGHT).pulses(30);
        assertThat(answer("#fooling-after")).isNotEqualTo(first);
    }

    /// The name of the class without its share.
    private String answer(String id) {
        return text(id).replaceAll("[\\d.,]+ %", "").strip();
    }

    private int curves() {
        return workspace().watch().curves().runs().stream().mapToInt(r -> r.validationLoss().size()).max().orElse(0);
    }

    private Workspace workspace() {
        return Objects.requireNonNull(bench.studio.workspace());
    }

    private String text(String id) {
        return FxDriver.call(() -> {
            Node node = bench.driver.find(id);
            return node instanceof Labeled labeled ? labeled.getText() : "";
        });
    }

    private void tell(String step) {
        System.out.printf("%s after %.1f s%n", step, (System.nanoTime() - began) / 1e9);
        bench.driver.screenshot("script-" + step);
    }

    private void await(BooleanSupplier condition) {
        bench.await(condition);
    }
}
