package org.lamina.data.generate;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lamina.data.Batch;
import org.lamina.data.Batches;
import org.lamina.data.DataSet;
import org.lamina.data.Progress;
import org.lamina.data.read.Idx;

/// How real the drawn digits are: a LeNet-like network that has seen only them is asked MNIST's 10,000 test digits.
@Tag("slow")
class DigitsTransferTest {
    private static final int BATCH = 64;
    private static final int EPOCHS = 4;
    private static final int SAMPLES = 20_000;

    private static final Path MNIST = Path.of(System.getenv().getOrDefault("LAMINA_DATA", "../shared/data"), "mnist");

    @Test
    void networkTrainedOnDrawnDigitsReadsMnist() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(MNIST), () -> "needs MNIST in " + MNIST.toAbsolutePath());
        DataSet drawn = new Digits(SAMPLES, 1, 1).open(Path.of(""), Progress.NONE);
        DataSet mnist = new Idx(MNIST.toString(), "").open(Path.of(""), Progress.NONE);
        Engine.getEngine("PyTorch").setRandomSeed(1);
        try (Model model = Model.newInstance("lenet", Device.cpu())) {
            model.setBlock(lenet());
            try (Trainer trainer = trainer(model)) {
                train(trainer, drawn);
                int[][] confusion = confusion(trainer, mnist);
                assertThat(accuracy(confusion)).as(Arrays.deepToString(confusion)).isGreaterThan(0.9);
            }
        }
    }

    private static void train(Trainer trainer, DataSet set) {
        int[] all = IntStream.range(0, set.info().samples()).toArray();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Batches batches = Batches.shuffled(set, all, BATCH, 1, epoch);
            Batch batch = batches.room();
            for (int i = 0; i < batches.count(); i++) {
                batches.fill(i, batch);
                step(trainer, batch);
            }
        }
    }

    private static void step(Trainer trainer, Batch batch) {
        try (NDManager manager = trainer.getManager().newSubManager();
                GradientCollector collector = trainer.newGradientCollector()) {
            NDArray truth = manager.create(batch.targets(), new Shape(batch.size()), DataType.FLOAT32);
            NDArray loss = trainer.getLoss().evaluate(new NDList(truth),
                    trainer.forward(new NDList(inputs(manager, batch))));
            loss.attach(manager);
            collector.backward(loss);
        }
        trainer.step();
    }

    private static int[][] confusion(Trainer trainer, DataSet set) {
        int samples = set.info().samples();
        int[][] confusion = new int[10][10];
        Batches batches = Batches.inOrder(set, IntStream.range(samples - set.heldOut(), samples).toArray(), 500);
        Batch batch = batches.room();
        for (int i = 0; i < batches.count(); i++) {
            batches.fill(i, batch);
            try (NDManager manager = trainer.getManager().newSubManager()) {
                NDArray answers = trainer.evaluate(new NDList(inputs(manager, batch))).head();
                answers.attach(manager);
                long[] answered = answers.argMax(1).toLongArray();
                for (int k = 0; k < batch.size(); k++)
                    confusion[(int) batch.targets().getFloat(k * Float.BYTES)][(int) answered[k]]++;
            }
        }
        return confusion;
    }

    private static double accuracy(int[][] confusion) {
        int right = IntStream.range(0, 10).map(i -> confusion[i][i]).sum();
        return right / (double) Arrays.stream(confusion).flatMapToInt(Arrays::stream).sum();
    }

    private static NDArray inputs(NDManager manager, Batch batch) {
        return manager.create(batch.inputs(), new Shape(batch.size(), 28, 28, 1), DataType.FLOAT32).transpose(0, 3, 1,
                2);
    }

    private static Trainer trainer(Model model) {
        Trainer trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[]{Device.cpu()})
                .optOptimizer(Optimizer.adam().optLearningRateTracker(Tracker.fixed(1e-3f)).build()));
        trainer.initialize(new Shape(1, 1, 28, 28));
        return trainer;
    }

    private static Block lenet() {
        return new SequentialBlock().add(convolution(8)).add(Activation::relu)
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(convolution(16)).add(Activation::relu).add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(Blocks.batchFlattenBlock()).add(Linear.builder().setUnits(84).build()).add(Activation::relu)
                .add(Linear.builder().setUnits(10).build());
    }

    private static Block convolution(int filters) {
        return Conv2d.builder().setKernelShape(new Shape(5, 5)).optPadding(new Shape(2, 2)).setFilters(filters).build();
    }
}
