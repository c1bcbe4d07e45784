package org.lamina.app;

import org.lamina.tensor.Tensor;

/// What the network says to one validation sample.
///
/// @param input the sample, channels last
/// @param truth index of its class, or its first value
/// @param output the probabilities, or the values
public record Prediction(int sample, Tensor input, float truth, float[] output) {

    /// The class with the highest probability.
    public int answer() {
        int best = 0;
        for (int i = 1; i < output.length; i++)
            if (output[i] > output[best])
                best = i;
        return best;
    }

    /// Whether the answered class is the true one.
    public boolean isRight() {
        return answer() == Math.round(truth);
    }
}
