package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamina.graph.NodeId;
import org.lamina.study.Unit;

/// Single units of a network that learns, by mouse and keyboard: what a cell sees, and what becomes of the answers
/// without a unit.
class UnitsByMouseTest extends DigitsByMouse {

    @BeforeEach
    void learnALittle() {
        train(3);
        pause();
        FxDriver.run(() -> workspace().selection().set(Set.of(new NodeId("conv-1"))));
        bench.driver.key(KeyCode.DIGIT2, KeyCode.CONTROL);
        bench.drawer(0.5);
        await(() -> bench.driver.shows("#unit-excited") && !text("#unit-excited").isEmpty());
        rest();
    }

    /// What comes last may move the rest: waits until the unit's picture stays where it is.
    private void rest() {
        for (Bounds before = null, now = cells(); !now.equals(before); now = cells()) {
            before = now;
            bench.driver.pulses(15);
        }
    }

    private Bounds cells() {
        return FxDriver.call(() -> {
            Node node = bench.driver.find("#maps-unit-cells .image-view");
            return node.localToScene(node.getBoundsInLocal());
        });
    }

    @Test
    void cellUnderThePointerFramesWhatItSeesAndArrowsGoOn() {
        Bounds cells = cells();
        bench.driver.move(new Point2D(cells.getMinX() + 2, cells.getMinY() + 2)).pulses(4);
        assertThat(text("#maps-field")).matches("Row 1, column 1 sees \\d+×\\d+ pixels");
        picture("maps-field");
        bench.driver.click("#maps-unit-cells").move(new Point2D(cells.getCenterX(), cells.getCenterY())).pulses(4);
        String before = text("#maps-field");
        bench.driver.key(KeyCode.RIGHT).pulses(4);
        assertThat(text("#maps-field")).isNotEqualTo(before).matches("Row \\d+, column \\d+ sees \\d+×\\d+ pixels");
    }

    @Test
    void unitsAreSwitchedOffAndAllOnAgain() {
        bench.driver.click("#unit-off");
        assertThat(workspace().watch().looking().off().units()).isEqualTo(Set.of(new Unit(new NodeId("conv-1"), 0)));
        await(() -> bench.driver.shows("#ablation-words")
                && text("#ablation-words").endsWith(" 120 validation samples"));
        assertThat(text("#ablation-words")).matches("Accuracy .* % → .* % on 120 .*");
        assertThat(text("#units-off-conv-1")).isEqualTo("1 unit off");
        picture("maps-unit-off");
        bench.driver.click("#maps-all-units").key(KeyCode.RIGHT).pulses(4);
        assertThat(((ToggleButton) bench.driver.find("#unit-off")).isSelected()).as("next unit").isFalse();
        bench.driver.click("#ablation-clear");
        bench.driver.pulses(4);
        assertThat(workspace().watch().looking().off().units()).isEmpty();
        assertThat(bench.driver.shows("#ablation")).isFalse();
    }

    /// The same unit has the same colours on its node and in the panel, whatever shares its scale.
    @Test
    void picturesOnNodesFollowTheScaleThatIsChosen() {
        Set<List<Color>> seen = new HashSet<>();
        for (String extent : List.of("unit", "network", "layer")) {
            bench.driver.click("#maps-scope-" + extent);
            await(() -> text("#maps-legend-largest").equals("to the %s's largest".formatted(extent)));
            rest();
            List<Color> large = firstUnit("#maps-all-units .image-view");
            assertThat(firstUnit("#node-maps-conv-1 .image-view")).as(extent).isEqualTo(large);
            seen.add(large);
            picture("maps-scale-" + extent);
        }
        assertThat(seen).as("different scales").hasSize(3);
    }

    /// The colours of the first 28×28 cells of a mosaic with a gap of one cell.
    private List<Color> firstUnit(String selector) {
        return FxDriver.call(() -> {
            Image image = ((ImageView) bench.driver.find(selector)).getImage();
            int factor = IntStream.rangeClosed(1, 64).filter(f -> (image.getWidth() / f + 1) % 29 == 0
                    && (image.getHeight() / f + 1) % 29 == 0).findFirst().orElseThrow();
            return IntStream.range(0, 28 * 28)
                    .mapToObj(i -> image.getPixelReader().getColor(i % 28 * factor, i / 28 * factor)).toList();
        });
    }

    @Test
    void stripShowsWhatFeedsAUnitAndWhatItPrefers() {
        bench.drawer(0.12);
        bench.driver.key(KeyCode.H, KeyCode.CONTROL, KeyCode.SHIFT);
        await(() -> bench.driver.all(".feature-card").size() > 24);
        bench.driver.click(bench.driver.all(".feature-card").stream()
                .filter(n -> n.getId().startsWith("feature-relu-2")).findFirst().map(n -> "#" + n.getId())
                .orElseThrow());
        await(() -> bench.driver.shows("#feature-pane") && bench.driver.all(".feed-line").size() > 0);
        bench.driver.click("#feature-prefer");
        await(() -> text("#feature-response").startsWith("answers"));
        bench.driver.pulses(30);
        picture("hierarchy");
        bench.driver.click("#feature-maps").pulses(4);
        assertThat(workspace().selection().nodes()).containsExactly(new NodeId("relu-2"));
    }

    private String text(String selector) {
        return ((Label) bench.driver.find(selector)).getText();
    }
}
