package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamina.app.Found;
import org.lamina.app.RunState;
import org.lamina.app.embedding.Embedding;
import org.lamina.graph.NodeId;
import org.lamina.study.LinearProbes;

/// The depths of a network that has learnt a little, by mouse and keyboard.
class DepthByMouseTest extends DigitsByMouse {

    @Override
    double height() {
        return 720;
    }

    @BeforeEach
    void learnALittle() {
        train(3);
        pause();
        bench.driver.key(KeyCode.D, KeyCode.CONTROL, KeyCode.SHIFT);
    }

    @Test
    void barSelectsItsLayerOnTheCanvas() {
        await(() -> bench.driver.all(".probe-column").size() == 12 && !text("#probe-network-words").isEmpty());
        bench.driver.click("#probe-relu-1");
        assertThat(workspace().selection().nodes()).containsExactly(new NodeId("relu-1"));
        bench.driver.key(KeyCode.TAB).key(KeyCode.ENTER);
        assertThat(workspace().selection().nodes()).containsExactly(new NodeId("pool-1"));
    }

    /// The panel is left, the network learns on, and the panel is opened again.
    @Test
    void firstMeasureIsKeptOutOfSight() {
        await(() -> measuredAt() >= 0);
        String first = first();
        long step = measuredAt();
        bench.driver.key(KeyCode.DIGIT1, KeyCode.CONTROL).key(KeyCode.F6, KeyCode.SHIFT);
        await(() -> workspace().watch().curves().runs().getLast().validationLoss().size() >= 6);
        pause();
        bench.driver.key(KeyCode.D, KeyCode.CONTROL, KeyCode.SHIFT);
        await(() -> measuredAt() > step);
        bench.driver.pulses(4);
        assertThat(first()).isEqualTo(first).startsWith("It was ");
    }

    /// The step that all depths were measured at; -1 while not all are.
    private long measuredAt() {
        Found found = workspace().watch().looking().found(new LinearProbes(1000, 500));
        return found != null && found.done() ? found.step() : -1;
    }

    private String first() {
        String words = FxDriver.call(() -> bench.driver.find("#probe-relu-1").getAccessibleText());
        return words.substring(words.indexOf("It was"), words.indexOf(" when first measured"));
    }

    @Test
    void layersOfTwoRunsAreCompared() {
        bench.driver.key(KeyCode.F8);
        await(() -> workspace().training().state() == RunState.IDLE);
        bench.driver.key(KeyCode.F5);
        await(() -> workspace().watch().curves().runs().size() == 2
                && workspace().watch().curves().runs().getLast().validationLoss().size() >= 1);
        pause();
        bench.driver.click("#depth-similarity").click("#similarity-other");
        await(() -> other().getItems().size() >= 2);
        bench.driver.key(KeyCode.ESCAPE);
        FxDriver.run(() -> other().getSelectionModel().selectLast());
        bench.driver.pulses(4);
        await(() -> text("#similarity-words").startsWith("Each cell"));
        Bounds map = bounds("#heat-map");
        bench.driver.click(new Point2D(map.getMinX() + 190, map.getMinY() + 46)).pulses(4);
        assertThat(text("#similarity-words"))
                .matches("Input \\(784 numbers\\) and .* of the other run \\(.* CKA [01]\\.\\d{3}\\. .*");
    }

    private ComboBox<?> other() {
        return (ComboBox<?>) bench.driver.find("#similarity-other");
    }

    /// What was under the pointer stays there while the wheel takes the plane further away, and goes along when it is pulled.
    @Test
    void planeOfSamplesIsZoomedAndPulled() {
        bench.driver.key(KeyCode.F4).click("#depth-map-of-samples");
        await(() -> text("#embedding-words").endsWith("of the variance"));
        Bounds plane = bounds("#depth-points");
        Point2D found = pointed(plane);
        String sample = text("#depth-pointed");
        bench.driver.scroll(-120).scroll(-120).move(found.add(1, 0)).move(found).pulses(2);
        assertThat(text("#depth-pointed")).isEqualTo(sample);
        bench.driver.press(MouseButton.SECONDARY).glide(found.add(60, 30)).release().pulses(2);
        bench.driver.move(found.add(60, 30)).pulses(2);
        assertThat(text("#depth-pointed")).isEqualTo(sample);
        bench.driver.move(plane.getMinX() + 2, plane.getMinY() + 2).pulses(2);
        assertThat(text("#depth-pointed")).isNotEqualTo(sample);
    }

    /// The place of some sample in the middle of the plane, with the pointer on it.
    private Point2D pointed(Bounds plane) {
        for (double y = plane.getMinY() + 100; y < plane.getMaxY() - 100; y += 5)
            for (double x = plane.getMinX() + 100; x < plane.getMaxX() - 100; x += 5) {
                bench.driver.move(x, y);
                if (FxDriver.call(() -> text("#depth-pointed").startsWith("Sample ")))
                    return new Point2D(x, y);
            }
        throw new AssertionError("no sample in the plane");
    }

    @Test
    void cellOfTheHeatMapSpeaks() {
        bench.driver.click("#depth-similarity");
        await(() -> text("#similarity-words").startsWith("Each cell"));
        Bounds map = bounds("#heat-map");
        bench.driver.click(new Point2D(map.getMinX() + 190, map.getMinY() + 46)).move(map.getMaxX(), map.getMaxY() + 60)
                .pulses(4);
        assertThat(text("#similarity-words")).matches("Input \\(784 numbers\\) and .* CKA [01]\\.\\d{3}\\. .*");
        bench.driver.key(KeyCode.DOWN).pulses(4);
        assertThat(text("#similarity-words")).startsWith("Strokes (12,544 numbers) and ");
    }

    /// A lasso around all lists them, a row takes the ring for itself, a lasso around nothing empties the list.
    @Test
    void lassoListsSamplesWithTheirPictures() {
        bench.driver.key(KeyCode.F4).click("#depth-map-of-samples");
        await(() -> text("#embedding-words").endsWith("of the variance"));
        Bounds plane = bounds("#depth-points");
        lasso(plane, 3);
        assertThat(text("#depth-list-title")).startsWith("120 samples, the first 60 listed: ");
        await(() -> pictures() > 3);
        picture("depth-map");
        bench.driver.click(bench.driver.centre("#depth-rows").add(0, -40)).key(KeyCode.DOWN).pulses(4);
        assertThat(rows().getSelectionModel().getSelectedItems()).hasSize(1);
        bench.driver.move(plane.getCenterX(), plane.getCenterY());
        for (int i = 0; i < 6; i++)
            bench.driver.scroll(120);
        bench.driver.pulses(10);
        picture("depth-map-near");
        bench.driver.doubleClick(new Point2D(plane.getMinX() + 4, plane.getMinY() + 4)).pulses(4);
        assertThat(text("#depth-list-title")).isEqualTo("Draw around points to list them here.");
        FxDriver.run(() -> method().setValue(Embedding.Method.T_SNE));
        await(() -> text("#embedding-words").startsWith("perplexity "));
        picture("depth-map-t-sne");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Embedding.Method> method() {
        return (ComboBox<Embedding.Method>) bench.driver.find("#embedding-method");
    }

    private void lasso(Bounds plane, double inset) {
        Point2D corner = new Point2D(plane.getMinX() + inset, plane.getMinY() + inset);
        double right = plane.getWidth() - 2 * inset;
        double down = plane.getHeight() - 2 * inset;
        bench.driver.move(corner).press().glide(corner.add(right, 0)).glide(corner.add(right, down))
                .glide(corner.add(0, down)).release().pulses(4);
    }

    private ListView<?> rows() {
        return (ListView<?>) bench.driver.find("#depth-rows");
    }

    private long pictures() {
        return bench.driver.all("#depth-rows .image-view").stream().filter(Node::isVisible).count();
    }

    private Bounds bounds(String selector) {
        return FxDriver.call(() -> {
            Node node = bench.driver.find(selector);
            return node.localToScene(node.getLayoutBounds());
        });
    }

    private String text(String selector) {
        return bench.driver.shows(selector) ? ((Label) bench.driver.find(selector)).getText() : "";
    }
}
