package org.lamina.layers.recurrent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.internal.NDArrayEx;

/// A kind of recurrent unit.
enum Cell {
    RNN,
    LSTM,
    GRU;

    /// Where ONNX has PyTorch's gates.
    private int[] order() {
        return switch (this) {
            case RNN -> new int[]{0};
            case LSTM -> new int[]{0, 3, 1, 2};
            case GRU -> new int[]{1, 0, 2};
        };
    }

    int gates() {
        return order().length;
    }

    /// The answers at every step, and the last hidden states. The engine's own blocks are not used: with two directions
    /// they end the process.
    NDList run(NDArray x, NDArray zeros, NDList weights, int layers, boolean bidirectional, boolean training) {
        NDArrayEx engine = x.getNDArrayInternal();
        return switch (this) {
            case RNN ->
                engine.rnn(x, zeros, weights, true, layers, ai.djl.nn.recurrent.RNN.Activation.TANH, 0, training,
                        bidirectional, true);
            case LSTM -> engine.lstm(x, new NDList(zeros, zeros), weights, true, layers, 0, training, bidirectional,
                    true);
            case GRU -> engine.gru(x, zeros, weights, true, layers, 0, training, bidirectional, true);
        };
    }

    /// Rows of PyTorch's weights, gate by gate, in ONNX's order.
    float[] reordered(float[] values) {
        int[] order = order();
        int block = values.length / gates();
        float[] moved = new float[values.length];
        for (int gate = 0; gate < gates(); gate++)
            System.arraycopy(values, order[gate] * block, moved, gate * block, block);
        return moved;
    }
}
