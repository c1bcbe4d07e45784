package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lamina.app.Beat.Phase;
import org.lamina.engine.Event;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.spec.Catalogue;
import org.lamina.study.Side;
import org.lamina.study.TrainingStep;
import org.lamina.study.TrainingStep.Change;
import org.lamina.study.TrainingStep.Passage;
import org.lamina.tensor.Tensor;

class DissectionTest {
    private static final NodeId IN = new NodeId("in");
    private static final NodeId DENSE = new NodeId("dense");
    private static final Tensor ONE = new Tensor(new int[]{1}, new float[]{1});
    private static final TrainingStep STEP = new TrainingStep(7, 0.1, Side.ALL, 0.5, List.of(), 16,
            List.of(new Passage(IN, ONE, 0.25, null, Double.NaN), new Passage(DENSE, ONE, 2, ONE, 0.003)),
            List.of(new Change(DENSE, "weight", 3, 0.12, 0.012, 3.01, 4, -0.5f, -0.501f, ONE)));
    private static final Graph GRAPH = Graph.of(
            List.of(new Node("in", Catalogue.layers().get("input")),
                    new Node("dense", Catalogue.layers().get("dense"))),
            List.of(new Wire("in", "dense")));

    private final ScriptedEngine engine = new ScriptedEngine();
    private final EngineLink link = new EngineLink(engine);
    private final Dissection dissection = new Dissection(link);

    private void hear(Event event) {
        engine.events.add(event);
        link.pump();
    }

    @Test
    void beatsGoForwardsThroughTheLossBackAndThroughTheWeights() {
        assertThat(Beat.of(STEP)).containsExactly(new Beat(Phase.FORWARD, IN), new Beat(Phase.FORWARD, DENSE),
                new Beat(Phase.LOSS, null), new Beat(Phase.BACKWARD, DENSE), new Beat(Phase.UPDATE, DENSE));
    }

    @Test
    void eachBeatSaysWhatHappensInNumbers() {
        assertThat(Beat.of(STEP)).extracting(beat -> beat.words(STEP, GRAPH)).containsExactly(
                "Forward: the batch comes in by Input; over the batch, RMS 0.250.",
                "Forward: Dense takes what Input gives, and gives its own; over the batch, RMS 2.00.",
                "Loss: how wrong the answers are, 0.500 on average over 16 samples.",
                "Backward: at what Dense gives, the loss's gradient has norm 0.00300 a sample. Gradient of its weight: norm 0.120.",
                "Update of Dense at learning rate 0.100.\nweight: the step has norm 0.0120; norm 3.00 → 3.01. "
                        + "Most changed number 5: −0.500000 → −0.501000");
        assertThat(Beat.of(STEP)).extracting(beat -> beat.mark(STEP)).containsExactly("y: RMS 0.250", "y: RMS 2.00",
                "L: 0.500", "∂L/∂y: 0.00300", "Δw: 0.0120");
    }

    @Test
    void ofAContestEachSidesTurnIsShown() {
        TrainingStep generators = new TrainingStep(7, 0.1, Side.GENERATOR, 0.7, List.of(), 16, STEP.nodes(), List.of());
        hear(new Event.TakenApart(List.of(
                new TrainingStep(7, 0.1, Side.DISCRIMINATOR, 0.5, List.of(), 16, STEP.nodes(), STEP.changes()),
                generators)));
        assertThat(dissection.sides()).containsExactly(Side.DISCRIMINATOR, Side.GENERATOR);
        dissection.go(Phase.LOSS);
        assertThat(said()).isEqualTo(
                "Loss of the discriminator: how badly real and generated samples are told apart, 0.500 on average over 16 samples.");
        dissection.turn(Side.GENERATOR);
        assertThat(dissection.step()).isEqualTo(generators);
        dissection.go(Phase.LOSS);
        assertThat(said()).isEqualTo(
                "Loss of the generator: how seldom its samples are taken for real, 0.700 on average over 16 samples.");
    }

    private String said() {
        return dissection.soFar().getLast().words(Objects.requireNonNull(dissection.step()), GRAPH);
    }

    @Test
    void stepIsShownFromItsFirstBeatAndGoesWhereAPersonSends() {
        hear(new Event.TakenApart(List.of(STEP)));
        assertThat(dissection.soFar()).containsExactly(new Beat(Phase.FORWARD, IN));
        dissection.go(Phase.BACKWARD);
        assertThat(dissection.soFar().getLast()).isEqualTo(new Beat(Phase.BACKWARD, DENSE));
        dissection.pace().step(9);
        assertThat(dissection.soFar()).isEqualTo(Beat.of(STEP));
        hear(Scenes.started(10));
        assertThat(dissection.step()).isNull();
        assertThat(dissection.soFar()).isEmpty();
    }
}
