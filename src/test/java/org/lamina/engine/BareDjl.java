package org.lamina.engine;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
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
import java.util.ArrayList;
import java.util.List;
import org.lamina.Duel;

/// What a careful user of plain DJL writes: a sequential block, its trainer, gradient collector and Adam, on batches that
/// lie ready and contiguous on the device, channels first as DJL's data sets give them. The yardstick of the benchmarks.
///
/// It runs in the studio's process with all cores as threads, and under the native settings that the studio chooses at
/// its start (a short spin of OpenMP's threads, large pages), which make it faster than in a process of its own.
public final class BareDjl implements AutoCloseable {
    static final int CNN_BATCH = 64;
    static final int MLP_BATCH = 128;
    private static final int PRELOADED = 16;

    private final Model model;
    private final Trainer trainer;
    private final int batch;
    private final List<NDArray> inputs = new ArrayList<>();
    private final List<NDArray> labels = new ArrayList<>();
    private int at;

    private BareDjl(SequentialBlock block, int batch) {
        Torch.start();
        this.batch = batch;
        model = Model.newInstance("bare", Device.cpu(), "PyTorch");
        model.setBlock(block);
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[]{Device.cpu()})
                .optOptimizer(Optimizer.adam().optLearningRateTracker(Tracker.fixed(1e-3f)).build()));
        Shape images = new Shape(batch, 1, 28, 28);
        trainer.initialize(images);
        NDManager manager = model.getNDManager();
        for (int i = 0; i < PRELOADED; i++) {
            inputs.add(manager.randomUniform(0, 1, images));
            labels.add(manager.randomInteger(0, 10, new Shape(batch), DataType.INT64));
        }
    }

    public static BareDjl cnn() {
        return new BareDjl(cnnBlock(), CNN_BATCH);
    }

    static SequentialBlock cnnBlock() {
        return new SequentialBlock()
                .add(Conv2d.builder().setKernelShape(new Shape(5, 5)).optPadding(new Shape(2, 2)).setFilters(32)
                        .build())
                .add(Activation.reluBlock()).add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(Conv2d.builder().setKernelShape(new Shape(5, 5)).setFilters(64).build())
                .add(Activation.reluBlock()).add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(Blocks.batchFlattenBlock()).add(Linear.builder().setUnits(120).build())
                .add(Activation.reluBlock()).add(Linear.builder().setUnits(84).build()).add(Activation.reluBlock())
                .add(Linear.builder().setUnits(10).build());
    }

    static BareDjl mlp() {
        return new BareDjl(new SequentialBlock().add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(256).build()).add(Activation.reluBlock())
                .add(Linear.builder().setUnits(128).build()).add(Activation.reluBlock())
                .add(Linear.builder().setUnits(10).build()), MLP_BATCH);
    }

    /// Samples per second over one window, with all cores. On the thread that made it.
    public double rate(double seconds) {
        Torch.threads(Runtime.getRuntime().availableProcessors());
        return Duel.rate(batch, seconds, this::step);
    }

    /// One step, as DJL's own examples write it.
    private void step() {
        int i = at++ % PRELOADED;
        try (NDManager step = model.getNDManager().newSubManager()) {
            NDArray x = inputs.get(i).duplicate();
            x.attach(step);
            NDArray y = labels.get(i).duplicate();
            y.attach(step);
            try (GradientCollector collector = trainer.newGradientCollector()) {
                NDArray loss = trainer.getLoss().evaluate(new NDList(y), trainer.forward(new NDList(x)));
                collector.backward(loss);
            }
            trainer.step();
        }
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
