package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamina.app.Condition.Flow;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.spec.Catalogue;
import org.lamina.study.Health;
import org.lamina.study.Health.Idle;
import org.lamina.study.Health.Movement;
import org.lamina.study.Health.Vital;

class ConditionTest {
    private static final NodeId NODE = new NodeId("node");
    private static final NodeId OUT = new NodeId("out");
    private static final Node RELU = new Node("node", Catalogue.layers().get("relu"));
    private static final Graph GRAPH = Graph.of(List.of(RELU, new Node("out", Catalogue.layers().get("output"))),
            List.of());

    private static Vital vital(double gradient, @Nullable Idle idle, @Nullable Movement movement) {
        return new Vital(gradient, new float[0], idle, movement);
    }

    private static Condition condition(Vital node) {
        return new Condition(new Health.Found(32, Map.of(NODE, node, OUT, vital(2, null, null))), GRAPH);
    }

    @ParameterizedTest(name = "{0} against 2 at the output: {1}")
    @CsvSource({"0.019, VANISHING", "0.021, EVEN", "199, EVEN", "201, EXPLODING", "NaN, UNKNOWN"})
    void gradientsAreJudgedByTheOneAtTheOutput(double gradient, Flow flow) {
        assertThat(condition(vital(gradient, null, null)).flow(NODE)).isEqualTo(flow);
    }

    @Test
    void wordsOfAWireGiveTheNumbers() {
        assertThat(condition(vital(0.001, null, null)).gradientWords(NODE)).isEqualTo(
                "Vanishing: Gradient norm 0.00100 a sample, 0.000500 times that at the output and below 1/100 of it: "
                        + "what comes before learns hardly anything");
        assertThat(condition(vital(1, null, null)).gradientWords(NODE))
                .isEqualTo("Gradient norm 1.00 a sample, 0.500 times that at the output");
    }

    @Test
    void wordsOfANodeGiveNumbersAndRules() {
        Idle dead = new Idle(1e-6, Double.POSITIVE_INFINITY, 16, 3);
        assertThat(condition(vital(1, dead, new Movement(5, 0.05))).words(RELU, NODE)).isEqualTo("""
                Health of ReLU on 32 validation samples:
                The last step measured moved its weights by 0.0100 of their norm, 0.0500 / 5.00: above the healthy band, \
                so it may jump about, 3e−4 to 3e−3
                3 of 16 dead: all that it is given, in every sample and place, is ≤ 0, where the slope is below 1 % of \
                the steepest""");
    }

    @Test
    void blockIsJudgedByAllThatItHolds() {
        Condition condition = new Condition(new Health.Found(8, Map.of(
                new NodeId("block/one"), vital(1, new Idle(-3, 3, 4, 1), new Movement(3, 0.03)),
                new NodeId("block/two"), vital(1, new Idle(-3, 3, 6, 2), new Movement(4, 0.04)))), GRAPH);
        assertThat(condition.idle(new NodeId("block"))).isEqualTo("3 of 10 saturated");
        assertThat(condition.movement(new NodeId("block"))).contains(new Movement(5, 0.05));
    }
}
