package org.lamina.engine;

import java.util.List;
import java.util.Map;
import org.lamina.data.generate.Digits;
import org.lamina.graph.Node;
import org.lamina.project.Project;

/// The studio's side of the benchmarks: the networks of [BareDjl], on so many digits that validation takes no time to
/// speak of.
public final class BenchNetworks {

    private BenchNetworks() {}

    public static Project cnn() {
        return project(BareDjl.CNN_BATCH, List.of(Rig.input(),
                Rig.node("conv-1", "conv-2d", Map.of("filters", 32, "kernel", 5, "padding", 2)),
                Rig.node("relu-1", "relu", Map.of()), Rig.node("pool-1", "max-pool-2d", Map.of()),
                Rig.node("conv-2", "conv-2d", Map.of("filters", 64, "kernel", 5, "padding", 0)),
                Rig.node("relu-2", "relu", Map.of()), Rig.node("pool-2", "max-pool-2d", Map.of()),
                Rig.node("flat", "flatten", Map.of()), Rig.node("dense-1", "dense", Map.of("units", 120)),
                Rig.node("relu-3", "relu", Map.of()), Rig.node("dense-2", "dense", Map.of("units", 84)),
                Rig.node("relu-4", "relu", Map.of()), Rig.node("last", "dense", Map.of("units", 10)),
                Rig.node("out", "output", Map.of())));
    }

    static Project mlp() {
        return project(BareDjl.MLP_BATCH, List.of(Rig.input(), Rig.node("flat", "flatten", Map.of()),
                Rig.node("dense-1", "dense", Map.of("units", 256)), Rig.node("relu-1", "relu", Map.of()),
                Rig.node("dense-2", "dense", Map.of("units", 128)), Rig.node("relu-2", "relu", Map.of()),
                Rig.node("last", "dense", Map.of("units", 10)), Rig.node("out", "output", Map.of())));
    }

    private static Project project(int batch, List<Node> chain) {
        return Rig.project(new Digits(20_000, 1, 1),
                Rig.plan(Map.of("batchSize", batch, "epochs", 100_000, "validation", 0.01)), chain);
    }
}
