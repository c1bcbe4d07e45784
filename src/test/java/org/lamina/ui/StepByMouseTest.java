package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.lamina.app.RunState;

/// One training step beat by beat, by mouse and keyboard.
class StepByMouseTest extends DigitsByMouse {

    @Test
    void oneBatchIsShownInFourBeatsOnTheCanvasAndInThePanel() {
        bench.driver.key(KeyCode.F7, KeyCode.CONTROL);
        await(() -> bench.driver.shows("#step-words") && words().startsWith("Forward: the batch"));
        await(() -> workspace().training().state() == RunState.PAUSED);
        bench.driver.key(KeyCode.F11).key(KeyCode.F11).pulses(4);
        assertThat(words()).startsWith("Forward: ReLU takes what Strokes gives");
        assertThat(states("#node-relu-1")).contains("lit-forward");
        assertThat(states("#node-conv-1")).doesNotContain("lit-forward");
        assertThat(mark("conv-1")).startsWith("y: RMS ");
        assertThat(mark("pool-1")).isEmpty();
        picture("step-forward");
        bench.driver.click("#step-loss").pulses(4);
        assertThat(words()).startsWith("Loss: how wrong the answers are, ");
        assertThat(mark("output")).startsWith("L: ");
        picture("step-loss");
        bench.driver.click("#step-backward").key(KeyCode.F11).key(KeyCode.F11).pulses(4);
        assertThat(states("#node-dropout")).contains("lit-backward");
        assertThat(mark("classes")).startsWith("∂L/∂y: ");
        picture("step-backward");
        bench.driver.click("#step-update").pulses(4);
        assertThat(words()).startsWith("Update of Strokes at learning rate 0.00100.").contains("weight: the step");
        picture("step-update");
        bench.driver.key(KeyCode.DIGIT1, KeyCode.CONTROL).pulses(4);
        assertThat(states("#node-conv-1")).doesNotContain("lit-update");
        assertThat(mark("conv-1")).isEmpty();
    }

    @Test
    void stepPlaysInSlowMotionToItsEnd() {
        bench.driver.key(KeyCode.F7, KeyCode.CONTROL);
        await(() -> bench.driver.shows("#step-words") && words().startsWith("Forward"));
        FxDriver.run(() -> workspace().watch().dissection().pace().speedProperty().set(1000));
        bench.driver.click("#step-play");
        await(() -> workspace().watch().dissection().pace().isAtEnd());
        bench.driver.pulses(4);
        assertThat(words()).startsWith("Update of Ten digits");
    }

    private String words() {
        return ((Label) bench.driver.find("#step-words")).getText();
    }

    private String mark(String node) {
        return ((Label) bench.driver.find("#step-mark-" + node)).getText();
    }

    private List<String> states(String selector) {
        return FxDriver.call(() -> bench.driver.all(selector).stream()
                .flatMap(node -> node.getPseudoClassStates().stream()).map(PseudoClass::getPseudoClassName).toList());
    }
}
