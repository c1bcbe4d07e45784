package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.lamina.app.RunState;
import org.lamina.graph.NodeId;

/// Gradients and health on the canvas, by keyboard, on a network that has learnt a little.
class HealthByMouseTest extends DigitsByMouse {

    @Test
    void wiresAndNodesShowHealthOnlyWhileAPersonWantsIt() {
        bench.driver.key(KeyCode.F3);
        await(() -> title().startsWith("Press Train"));
        picture("health-untrained");
        for (int step = 1; step <= 4; step++) { // as many each time, for what the biases become decides who can be killed
            String title = "Step %d,".formatted(step);
            bench.driver.key(KeyCode.F7);
            await(() -> title().startsWith(title) && workspace().training().state() == RunState.PAUSED);
        }
        await(() -> shows("#vital-classes .vital-ratio"));
        bench.driver.pulses(20);
        assertThat(ink()).contains("-wire-ink: #");
        assertThat(shows("#vital-classes .vital-strip")).isTrue();
        picture("health");
        FxDriver.run(() -> workspace().training().putWeight(new NodeId("conv-1"), 0, 5));
        kill();
        await(() -> shows("#vital-relu-1 .vital-idle"));
        assertThat(((Label) bench.driver.find("#vital-relu-1 .vital-idle")).getText()).endsWith("dead");
        picture("health-dead");
        bench.driver.key(KeyCode.F3);
        await(() -> ink().isEmpty());
        assertThat(shows("#health-legend")).isFalse();
        assertThat(shows("#vital-classes .vital-strip")).isFalse();
    }

    /// Weights so far below zero that no digit excites the first unit of the first convolution.
    private void kill() {
        for (int i = 0; i < 25; i++) {
            int index = i;
            FxDriver.run(() -> workspace().training().putWeight(new NodeId("conv-1"), index, -100));
        }
    }

    private String title() {
        return shows("#health-legend") ? ((Label) bench.driver.find("#health-legend .health-title")).getText() : "";
    }

    private boolean shows(String selector) {
        return bench.driver.shows(selector);
    }

    private String ink() {
        return FxDriver.call(() -> {
            Node wire = bench.driver.all(".wire-view").stream().filter(w -> w.getId().startsWith("wire-relu-1-"))
                    .findFirst().orElseThrow();
            return Objects.requireNonNullElse(((Parent) wire).lookup(".wire").getStyle(), "");
        });
    }
}
