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
import org.lamina.study.Health;
import org.lamina.study.Picture;

/// What it costs a run to have its health measured: windows of steps with and without, in turn, in one run.
@Tag("bench")
@ExtendWith(Figures.class)
class HealthBench {
    private static final int ROUNDS = 9;
    private static final double SECONDS = 2.5;
    private static final Looks HEALTH = looks(Set.of(), false);
    private static final Looks ALL = looks(Set.of(new NodeId("conv-1"), new NodeId("conv-2")), true);

    @TempDir
    Path folder;

    private static Looks looks(Set<NodeId> nodes, boolean others) {
        return new Looks(nodes, nodes, new Picture.Validation(0), others ? List.of(0, 1, 2, 3) : List.of(), others,
                Set.of(new Health()));
    }

    @Test
    void healthOfACnnCostsAtMostATwentieth(Figures.Table table) {
        judge(table, "CNN 32/64, batch 64, health measured", BenchNetworks.cnn(), HEALTH, 64);
    }

    @Test
    void healthOfAnMlpCostsAtMostATwentieth(Figures.Table table) {
        judge(table, "MLP 784-256-128-10, batch 128, health measured", BenchNetworks.mlp(), HEALTH, 128);
    }

    @Test
    void healthWithMapsAndAnswersCostsAtMostATwentieth(Figures.Table table) {
        judge(table, "CNN, health, maps, kernels, answers, confusion", BenchNetworks.cnn(), ALL, 64);
    }

    private void judge(Figures.Table table, String what, Project project, Looks looks, int batch) {
        try (ExecutorService assembling = Executors.newSingleThreadExecutor();
                Rig rig = new Rig(folder, System::nanoTime, assembling)) {
            rig.train(project);
            Duel duel = Duel.of(ROUNDS, () -> rate(rig, looks, batch), () -> rate(rig, Looks.NOTHING, batch));
            table.add(what, duel, "without", 0.95);
            assertThat(duel.ratio()).isGreaterThanOrEqualTo(0.95);
        }
    }

    private static double rate(Rig rig, Looks looks, int batch) {
        rig.send(new Command.Look(looks));
        Torch.threads(rig.threads());
        return Duel.rate(batch, SECONDS, () -> {
            rig.session.advance();
            rig.fetch();
        });
    }
}
