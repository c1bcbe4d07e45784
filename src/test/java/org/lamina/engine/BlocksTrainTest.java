package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.generate.Pattern;
import org.lamina.data.generate.Planes;
import org.lamina.graph.Blocks;
import org.lamina.graph.Definition;
import org.lamina.graph.Exposed;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.Use;
import org.lamina.project.Project;
import org.lamina.spec.Params;
import org.lamina.tensor.Safetensors;
import org.lamina.tensor.Shape;

class BlocksTrainTest {

    @TempDir
    Path folder;

    private static Project project(List<Node> hidden) {
        List<Node> chain = new ArrayList<>(
                List.of(Rig.node("in", "input", Map.of("shape", Shape.vector(2)))));
        chain.addAll(hidden);
        chain.add(Rig.node("last", "dense", Map.of("units", 2)));
        chain.add(Rig.node("out", "output", Map.of()));
        return Rig.project(new Planes(Pattern.SPIRAL, 200, 0.02, 1), Rig.plan(Map.of("epochs", 3)), chain);
    }

    /// The same seed gives the same losses, so nothing but the names differs.
    @Test
    void aRepeatedBlockLearnsLikeTheSameLayersDrawnOut() throws Exception {
        Graph inside = Blocks.inside(List.of(Rig.node("dense", "dense", Map.of("units", 4)),
                Rig.node("relu", "relu", Map.of())));
        Definition hidden = new Definition("Hidden", "", inside,
                List.of(new Exposed("Units", new Exposed.Target("dense", "units"))));
        Node block = new Node("block", Params.with(new Use(hidden), Map.of("Units", 16, "repeat", 2)));
        List<Node> drawn = List.of(Rig.node("a", "dense", Map.of("units", 16)), Rig.node("b", "relu", Map.of()),
                Rig.node("c", "dense", Map.of("units", 16)), Rig.node("d", "relu", Map.of()));
        try (Rig rig = new Rig(folder)) {
            Event.Finished withBlock = rig.train(project(List.of(block)), "block", null).toTheEnd()
                    .last(Event.Finished.class);
            assertThat(Safetensors.read(Objects.requireNonNull(withBlock.weights())).tensors().keySet())
                    .contains("block/1/dense.weight", "block/2/dense.bias", "last.weight");
            Event.Finished without = rig.train(project(drawn), "drawn", null).toTheEnd().last(Event.Finished.class);
            assertThat(withBlock.validation()).isEqualTo(without.validation());
        }
    }
}
