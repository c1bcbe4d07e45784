package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.generate.Pattern;
import org.lamina.data.generate.Planes;
import org.lamina.graph.NodeId;
import org.lamina.project.Project;
import org.lamina.study.Picture;
import org.lamina.study.Plane;
import org.lamina.tensor.Tensor;

class PlaneTest {
    private static final Plane PLANE = new Plane(2, 4);
    private static final NodeId HIDDEN = new NodeId("hidden");
    private static final NodeId BENT = new NodeId("bent");

    @TempDir
    Path folder;

    private Rig paused(Rig rig) {
        Project project = Rig.project(new Planes(Pattern.MOONS, 60, 0.1, 1), Rig.plan(Map.of("epochs", 100)),
                List.of(Rig.node("in", "input", Map.of("shape", "2")),
                        Rig.node("hidden", "dense", Map.of("units", 3)), Rig.node("bent", "tanh", Map.of()),
                        Rig.node("last", "dense", Map.of("units", 2)), Rig.node("out", "output", Map.of())));
        rig.train(project).advance(1).send(new Command.Pause())
                .send(new Command.Look(
                        new Looks(Set.of(), Set.of(), new Picture.Validation(0), List.of(), false, Set.of(PLANE))));
        rig.mailbox.take();
        return rig.toTheEnd();
    }

    private static Plane.Found found(Rig rig) {
        return (Plane.Found) Objects.requireNonNull(rig.found(PLANE).finding());
    }

    /// The neuron of the first row of weights at each middle of a cell, x from left to right, y from the top down.
    @Test
    void neuronsAreThoseOfTheWeightsByHand() {
        try (Rig rig = paused(new Rig(folder))) {
            for (int i = 0; i < 2; i++)
                rig.send(new Command.PutWeight("hidden.weight", i, i == 0 ? 0.5f : -1));
            rig.send(new Command.PutWeight("hidden.bias", 0, 0.25f)).mailbox.take();
            Plane.Found found = found(rig.toTheEnd());
            Tensor bent = Objects.requireNonNull(found.neurons().get(BENT));
            assertThat(bent.sizes()).containsExactly(3, 4, 4);
            float[] middles = {-1.5f, -0.5f, 0.5f, 1.5f};
            for (int row = 0; row < 4; row++)
                for (int column = 0; column < 4; column++)
                    assertThat((double) bent.values()[4 * row + column])
                            .isCloseTo(Math.tanh(0.5 * middles[column] + middles[row] + 0.25), within(1e-6));
            assertThat(Objects.requireNonNull(found.weights().get(HIDDEN)).sizes()).containsExactly(3, 2);
            for (int cell = 0; cell < 16; cell++)
                assertThat((double) found.answers().values()[cell] + found.answers().values()[16 + cell])
                        .isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void weightThatIsNotThereIsRefusedAndTheRunGoesOn() {
        try (Rig rig = paused(new Rig(folder))) {
            rig.send(new Command.PutWeight("hidden.weight", 6, 1));
            Event.Failed failed = rig.last(Event.Failed.class);
            assertThat(failed.message())
                    .isEqualTo("The network has no weight hidden.weight 7 any more: it was changed since");
            assertThat(failed.endsRun()).isFalse();
        }
    }
}
