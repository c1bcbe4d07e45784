package org.lamina.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lamina.engine.Event.Ending;
import org.lamina.project.Plan;

/// Writes a run's metrics and checkpoints. Short epochs are not each written to disk; the end always is.
final class Keeper {
    private static final long BETWEEN_SAVES = 3_000_000_000L;

    private final RunFolder folder;
    private final Network network;
    private final Updater updater;
    private final Plan plan;
    private final Run.World world;
    private @Nullable Checkpoint best;
    private boolean bestSaved = true;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private long lastSave;

    Keeper(RunFolder folder, Network network, Updater updater, Plan plan, Run.World world) {
        this.folder = folder;
        this.network = network;
        this.updater = updater;
        this.plan = plan;
        this.world = world;
        lastSave = world.clock().getAsLong();
    }

    void epoch(Event.EpochDone done) throws Refusal {
        Refusal.during("writing the metrics", () -> {
            folder.epoch(done, updater.learningRate());
            return null;
        });
        if (plan.task().lossRanks() && done.validation().loss() < bestLoss) {
            bestLoss = done.validation().loss();
            best = checkpoint(done.epoch()).onlyWeights();
            bestSaved = false;
        }
        if (done.epoch() < plan.epochs() && world.clock().getAsLong() - lastSave >= BETWEEN_SAVES)
            save(checkpoint(done.epoch()));
    }

    /// Keeps what a run has come to.
    ///
    /// @return the file of the last weights
    Path end(int epoch, Ending ending) throws Refusal {
        Checkpoint last = checkpoint(epoch);
        return save(ending == Ending.COMPLETED ? last : last.onlyWeights());
    }

    private Checkpoint checkpoint(int epoch) {
        return Checkpoint.of(network, updater, plan, epoch);
    }

    private Path save(Checkpoint last) throws Refusal {
        Path file = Refusal.during("saving the weights", () -> {
            Checkpoint unsaved = bestSaved ? null : best;
            if (unsaved != null)
                folder.save(unsaved, RunFolder.BEST);
            bestSaved = true;
            return folder.save(last, RunFolder.LAST);
        });
        lastSave = world.clock().getAsLong();
        world.events().accept(new Event.CheckpointSaved(file, last.epoch()));
        return file;
    }
}
