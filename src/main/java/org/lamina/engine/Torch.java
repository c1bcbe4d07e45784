package org.lamina.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// The only class that knows PyTorch behind DJL. Engine thread only: PyTorch keeps the gradient mode per thread.
final class Torch {

    private Torch() {}

    /// Loads the native library on this thread and switches recording off, which later threads would start with.
    static void start() {
        NativeSettings.apply();
        Engine.getEngine("PyTorch");
        JniUtils.setGradMode(false);
    }

    static void seed(int seed) {
        JniUtils.setSeed(seed);
    }

    static void threads(int count) {
        JniUtils.setNumThreads(count);
    }

    /// Works with one core left to the threads that draw: a step in which native threads wait for each other takes as long
    /// as the one that shares its core with them.
    static <T> T leavingOneCore(Callable<T> work) throws Exception {
        int usual = JniUtils.getNumThreads();
        threads(Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, usual));
        try {
            return work.call();
        } finally {
            threads(usual);
        }
    }

    static NDManager newManager(Device device) {
        return Engine.getEngine("PyTorch").newBaseManager(device);
    }

    /// Runs with recording for the backward pass.
    static <T> T recording(Supplier<T> forward) {
        JniUtils.setGradMode(true);
        try {
            return forward.get();
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    /// Adds the gradient of a scalar to the gradients of all parameters that it was computed from.
    static void backward(NDArray loss, NDArray one) {
        JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
    }

    /// The gradient of a parameter; the caller closes it. It shares the parameter's memory for gradients.
    static NDArray gradient(NDArray parameter) {
        return JniUtils.getGradient((PtNDArray) parameter);
    }

    static void zeroGradient(NDArray parameter) {
        JniUtils.zeroGrad((PtNDArray) parameter);
    }

    /// One step of Adam, in place, in one native call.
    ///
    /// @param rate learning rate times √(1 − β₂ᵗ) / (1 − β₁ᵗ)
    /// @param decoupled whether weight decay acts on the weights (AdamW) instead of on the gradient
    static void adam(NDArray weight, NDArray gradient, NDArray mean, NDArray variance, float learningRate, float rate,
            float weightDecay, float beta1, float beta2, float epsilon, boolean decoupled) {
        JniUtils.adamUpdate((PtNDArray) weight, (PtNDArray) gradient, (PtNDArray) mean, (PtNDArray) variance,
                learningRate, rate, weightDecay, 1, -1, beta1, beta2, epsilon, decoupled);
    }
}
