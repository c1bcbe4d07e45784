package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamina.graph.NodeId;

/// The arithmetic of a network that has learnt a little, by mouse and keyboard.
class ArithmeticByMouseTest extends DigitsByMouse {

    @BeforeEach
    void learnALittle() {
        train(3);
        pause();
        bench.driver.key(KeyCode.DIGIT2, KeyCode.CONTROL, KeyCode.SHIFT);
        bench.drawer(0.45);
    }

    @Test
    void everyKindOfLayerShowsFormulaNumbersAndWhatTheEngineGave() {
        for (Kind kind : List.of(new Kind("conv-1", "y = Σ window · kernel + bias"),
                new Kind("conv-2", "y = Σ window · kernel + bias"), new Kind("relu-1", "y = max(0, x)"),
                new Kind("pool-1", "y = max window"), new Kind("classes", "y = Σ w · x + b"))) {
            select(kind.node());
            await(() -> text("#arithmetic-formula").equals(kind.formula()));
            bench.driver.pulses(4);
            assertThat(last(text("#arithmetic-sum"))).as(kind.node()).isEqualTo(last(text("#arithmetic-given")));
            picture("arithmetic-" + kind.node());
        }
    }

    private record Kind(String node, String formula) {}

    @Test
    void arrowsMoveTheNumberAndStepsShowTheSumGrow() {
        select("conv-1");
        await(() -> text("#arithmetic-sum").startsWith("Sum ") && framed() == 0);
        bench.driver.click("#arithmetic-output .cell-room");
        await(() -> framed() > 0);
        double before = FxDriver.call(this::framed);
        bench.driver.key(KeyCode.DOWN);
        await(() -> framed() > before);
        bench.driver.click("#arithmetic-back").click("#arithmetic-back").pulses(4);
        assertThat(text("#arithmetic-sum")).startsWith("Sum so far: ");
        picture("arithmetic-steps");
        bench.driver.click("#arithmetic-step").click("#arithmetic-step").pulses(4);
        assertThat(text("#arithmetic-sum")).startsWith("Sum ").contains(" + bias ");
    }

    /// Where the frame around the chosen number begins, from the top.
    private double framed() {
        return ((Rectangle) bench.driver.find("#arithmetic-output .unit-frame")).getY();
    }

    private void select(String node) {
        FxDriver.run(() -> workspace().selection().set(Set.of(new NodeId(node))));
        bench.driver.pulses(2);
    }

    private static String last(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }

    private String text(String selector) {
        return ((Label) bench.driver.find(selector)).getText();
    }
}
