package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.Batch;
import org.lamina.data.Batches;
import org.lamina.data.generate.Digits;
import org.lamina.graph.Inference;
import org.lamina.tensor.Tensor;

/// The studio's step against plain DJL's, on the same weights and batches: pictures with their channels last, pooling
/// before ReLU and a loop of our own change nothing but the last bits.
class SameLossesTest {
    private static final int STEPS = 12;
    private static final int BATCH = 32;
    private static final float RATE = 0.05f;

    @TempDir
    Path folder;

    @Test
    void everyStepHasTheLossOfPlainDjl() throws Exception {
        Torch.start();
        Batches batches = Batches.inOrder(new Digits(STEPS * BATCH, 1, 1).open(folder, (_, _) -> true),
                IntStream.range(0, STEPS * BATCH).toArray(), BATCH);
        Batch batch = batches.room();
        try (Network network = new Network(Inference.of(BenchNetworks.cnn().graph(), null), Device.cpu(), 1);
                Trainer ours = new Trainer(network, new Objective.Classes(10),
                        Rig.plan(Map.of("optimizer", "SGD", "momentum", 0, "learningRate", RATE)));
                Model model = Model.newInstance("plain", Device.cpu(), "PyTorch")) {
            model.setBlock(BareDjl.cnnBlock());
            try (ai.djl.training.Trainer theirs = model.newTrainer(
                    new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optDevices(new Device[]{Device.cpu()})
                            .optOptimizer(Optimizer.sgd().setLearningRateTracker(Tracker.fixed(RATE)).build()))) {
                theirs.initialize(new Shape(BATCH, 1, 28, 28));
                copy(network, model.getBlock());
                for (int i = 0; i < STEPS; i++) {
                    batches.fill(i, batch);
                    double expected = step(theirs, batch);
                    assertThat(ours.step(batch).means().loss()).as("loss of step %d", i)
                            .isCloseTo(expected, within(1e-5));
                }
            }
        }
    }

    /// Both hold their parameters in the order of their layers.
    private static void copy(Network from, Block to) {
        Iterator<Tensor> weights = from.weights().values().iterator();
        for (Parameter parameter : to.getParameters().values())
            parameter.getArray().set(weights.next().values());
        assertThat(weights.hasNext()).isFalse();
    }

    /// With one channel, pictures lie the same with their channels first or last.
    private static double step(ai.djl.training.Trainer trainer, Batch batch) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDArray x = manager.create(batch.inputs(), new Shape(BATCH, 1, 28, 28), DataType.FLOAT32);
            NDArray y = manager.create(batch.targets(), new Shape(BATCH), DataType.FLOAT32);
            NDArray loss;
            try (GradientCollector collector = trainer.newGradientCollector()) {
                loss = trainer.getLoss().evaluate(new NDList(y), trainer.forward(new NDList(x)));
                collector.backward(loss);
            }
            trainer.step();
            return loss.getFloat();
        }
    }
}
