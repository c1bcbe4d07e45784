package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
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
