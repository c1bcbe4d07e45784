package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.Duel;
import org.lamina.Figures;
import org.lamina.graph.NodeId;
import org.lamina.project.Project;

/// Samples per second of the studio's loop, with everything that belongs to a run (batches assembled, losses read,
/// validation, checkpoints), against plain DJL, which only trains. Ratios hold on a machine that has nothing else to do.
@Tag("bench")
@ExtendWith(Figures.class)
class SpeedBench {
    private static final int ROUNDS = 25;
    private static final double SECONDS = 0.6;

    @TempDir
    Path folder;

    @Test
    void cnnIsAQuarterFasterThanPlainDjl(Figures.Table table) {
        try (BareDjl bare = BareDjl.cnn()) {
            Duel duel = duel(BenchNetworks.cnn(), Looks.NOTHING, BareDjl.CNN_BATCH, bare);
            table.add("CNN 32/64, batch 64, no window", duel, "plain DJL", 1.25);
            assertThat(duel.ratio()).isGreaterThanOrEqualTo(1.25);
        }
    }

    @Test
    void cnnWithMapsTakenIsFasterThanPlainDjl(Figures.Table table) {
        Looks maps = new Looks(Set.of(new NodeId("conv-1"), new NodeId("conv-2")), Set.of(), 0, List.of(), false);
        try (BareDjl bare = BareDjl.cnn()) {
            Duel duel = duel(BenchNetworks.cnn(), maps, BareDjl.CNN_BATCH, bare);
            table.add("CNN 32/64, batch 64, maps taken, no window", duel, "plain DJL", 1.15);
            assertThat(duel.ratio()).isGreaterThanOrEqualTo(1.15);
        }
    }

    @Test
    void mlpIsAsFastAsPlainDjl(Figures.Table table) {
        try (BareDjl bare = BareDjl.mlp()) {
            Duel duel = duel(BenchNetworks.mlp(), Looks.NOTHING, BareDjl.MLP_BATCH, bare);
            table.add("MLP 784-256-128-10, batch 128, no window", duel, "plain DJL", 1);
            assertThat(duel.ratio()).isGreaterThanOrEqualTo(1);
        }
    }

    private Duel duel(Project project, Looks looks, int batch, BareDjl bare) {
        try (ExecutorService assembling = Executors.newSingleThreadExecutor();
                Rig rig = new Rig(folder, System::nanoTime, assembling)) {
            rig.send(new Command.Look(looks)).train(project);
            return Duel.of(ROUNDS, () -> {
                Torch.threads(rig.threads());
                return Duel.rate(batch, SECONDS, () -> {
                    rig.session.advance();
                    rig.fetch();
                });
            }, () -> bare.rate(SECONDS));
        }
    }
}
