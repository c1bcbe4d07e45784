package org.lamina.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamina.data.Batch;
import org.lamina.graph.NodeId;
import org.lamina.probe.Turn;
import org.lamina.project.Plan;

/// Trains a network one batch at a time. What it holds beside the network lives in a manager of its own.
final class Trainer implements AutoCloseable {
    /// Steps between two copies of weights whose loss was finite.
    private static final int COPY_EVERY = 64;
    /// Steps between two readings of the loss on a GPU, where reading waits.
    private static final int READ_EVERY_ON_GPU = 16;

    private final Network network;
    private final Objective objective;
    private final List<Turn> turns;
    private final NDManager manager;
    private final Updater updater;
    private final Tally tally;
    private final NDArray one;
    private final Safeguard safeguard;
    private int sinceCopy;

    Trainer(Network network, Objective objective, Plan plan) {
        this.network = network;
        this.objective = objective;
        turns = objective.turns();
        manager = network.manager().newSubManager();
        updater = Updater.of(plan, manager, network.trained());
        Device device = manager.getDevice();
        tally = new Tally(manager, objective, device.isGpu() ? READ_EVERY_ON_GPU : 1);
        one = manager.ones(new Shape(), DataType.FLOAT32);
        safeguard = new Safeguard(manager, network);
    }

    Updater updater() {
        return updater;
    }

    /// Takes the present weights as those to come back to.
    void keep() {
        safeguard.take();
    }

    /// Forward, backward and update.
    ///
    /// @return the sums of the steps since the last that gave any; those of no samples where none were read
    /// @throws DivergedException where a loss read was not finite; the weights are those of the last copy then
    Sums step(Batch batch) throws DivergedException {
        return step(batch, Witness.NONE);
    }

    /// The same before the eyes of a witness, who is closed then.
    Sums step(Batch batch, Witness witness) throws DivergedException {
        try (witness; NDManager step = network.manager().newSubManager()) {
            NDArray samples = network.samples(step, batch.inputs(), batch.size());
            NDArray targets = objective.targets(samples, batch.targets());
            Sums sums = Sums.NONE;
            for (int turn = 0; turn < turns.size(); turn++) {
                Witness eyes = witness.turn(turn);
                Forward pass = play(turns.get(turn), samples, targets, true, eyes);
                eyes.stepped(batch, pass);
                if (turn == 0) {
                    tally.add(pass.loss(), pass.answers(), batch);
                    sums = tally.isFull() ? read(samples) : sums;
                    updater.begin();
                }
                updater.update(turns.get(turn).learns());
            }
            witness.updated();
            return sums;
        }
    }

    /// A step that changes nothing, to find out how long one takes.
    void rehearse(Batch batch) {
        try (NDManager step = network.manager().newSubManager()) {
            NDArray samples = network.samples(step, batch.inputs(), batch.size());
            NDArray targets = objective.targets(samples, batch.targets());
            turns.forEach(turn -> play(turn, samples, targets, false, Witness.NONE));
        }
        network.trained().values().forEach(Torch::zeroGradient);
    }

    /// Runs the network forward and backward.
    private Forward play(Turn turn, NDArray samples, NDArray targets, boolean training, Witness witness) {
        Forward pass = Torch.recording(() -> {
            NDArray answers = network.answer(samples, training, witness.over(turn.tap().get()));
            return new Forward(answers, targets, turn.loss().apply(answers, targets));
        });
        Torch.backward(pass.loss(), one);
        return pass;
    }

    private Sums read(NDArray samples) throws DivergedException {
        Sums sums = tally.read();
        if (!Double.isFinite(sums.loss())) {
            NodeId node = firstNotFinite(samples);
            safeguard.restore();
            throw new DivergedException(node);
        }
        sinceCopy++;
        if (sinceCopy * tally.capacity() >= COPY_EVERY) {
            safeguard.take();
            sinceCopy = 0;
        }
        return sums;
    }

    private @Nullable NodeId firstNotFinite(NDArray samples) {
        NodeId[] first = {null};
        network.answer(samples, true, (node, output) -> {
            if (first[0] == null && !isFinite(output))
                first[0] = node;
            return output;
        });
        return first[0];
    }

    private static boolean isFinite(NDArray array) {
        try (NDArray bad = array.isNaN().logicalOr(array.isInfinite()); NDArray any = bad.any()) {
            return !any.getBoolean();
        }
    }

    /// Takes the numbers still on the device; to be asked at the end of an epoch.
    ///
    /// @throws DivergedException as [#step] does
    Sums rest(Batch last) throws DivergedException {
        try (NDManager step = network.manager().newSubManager()) {
            return tally.isEmpty() ? Sums.NONE : read(network.samples(step, last.inputs(), last.size()));
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
