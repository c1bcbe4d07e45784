package org.lamina.app;

import java.util.Arrays;
import org.lamina.tensor.Tensor;

/// What the network says to one validation sample.
///
/// @param input the sample, channels last; a generated one where the network makes them
/// @param truth index of its class, its first value, or the token that follows it
/// @param output see [Answers]; channels first
public record Prediction(int sample, Tensor input, float truth, Tensor output) {

    /// The class with the highest probability.
    public int answer() {
        float[] shares = output.values();
        int best = 0;
        for (int i = 1; i < shares.length; i++)
            if (shares[i] > shares[best])
                best = i;
        return best;
    }

    /// Whether the answered class is the true one.
    public boolean isRight() {
        return answer() == Math.round(truth);
    }

    /// The answer of the last of several time steps.
    public float[] last() {
        int[] sizes = output.sizes();
        float[] all = output.values();
        return Arrays.copyOfRange(all, all.length - sizes[sizes.length - 1], all.length);
    }

    /// Mean squared difference between the sample and what is given back of it.
    public double error() {
        int[] sizes = input.sizes();
        int channels = sizes.length == 3 ? sizes[2] : 1;
        int plane = input.values().length / channels;
        double sum = 0;
        for (int pixel = 0; pixel < plane; pixel++)
            for (int channel = 0; channel < channels; channel++) {
                double off = input.values()[pixel * channels + channel] - output.values()[channel * plane + pixel];
                sum += off * off;
            }
        return sum / input.values().length;
    }
}
