package org.lamina.layers.normalisation;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lamina.layers.Blocks;
import org.lamina.layers.Fit;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Real;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

@AutoService(Layer.class)
@Card(id = "local-response-norm", title = "Local response norm", family = Family.NORMALISATION, keywords = {"lrn",
        "alexnet", "lateral inhibition"})
@Help("""
        Divides each number by the activity of the neighbouring channels at the same pixel, so that strong answers silence
        weak ones: y = x / (bias + alpha / n · Σ x²)^beta over n = 2·radius + 1 channels.

        **Shape** the same as its input: a picture.

        **Source** Krizhevsky et al., 2012 (AlexNet); ONNX `LRN`.
        """)
public record LocalResponseNorm(
        @Help("How many channels on each side count.") @Int(min = 0, max = 64, soft = 8, unit = "channels") int radius,
        @Help("Weight of the neighbours' activity.") @Real(min = 1e-6, max = 100, soft = 1, log = true) double alpha,
        @Help("Exponent of the divisor.") @Real(min = 0, max = 4, soft = 1) double beta,
        @Help("Divisor of a quiet neighbourhood.") @Real(min = 0.01, max = 100, soft = 4) double bias)
        implements
            Layer {

    public LocalResponseNorm() {
        this(2, 1e-4, 0.75, 2);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return in.isImage() ? Inferred.known(in) : Fit.needsImage(in);
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        return answer.with(0, answer.places(0).flatMap(channel -> IntStream.rangeClosed(Math.max(0, channel - radius),
                Math.min(inputs.getFirst().size(0) - 1, channel + radius))));
    }

    @Override
    public Block block(List<Shape> inputs) {
        Tensor neighbours = neighbours(inputs.getFirst().size(0));
        return Blocks.function(x -> x.div(Blocks.constant(neighbours, x)
                .matMul(x.square().reshape(x.getShape().get(0), x.getShape().get(1), -1)).reshape(x.getShape())
                .mul(Blocks.number(alpha / size(), x)).add(bias).pow(Blocks.number(beta, x))));
    }

    /// 1 for channels at most [#radius] apart, 0 for others.
    private Tensor neighbours(int channels) {
        float[] weights = new float[channels * channels];
        for (int channel = 0; channel < channels; channel++)
            Arrays.fill(weights, channel * channels + Math.max(0, channel - radius),
                    channel * channels + Math.min(channels, channel + radius + 1), 1);
        return new Tensor(new int[]{channels, channels}, weights);
    }

    @Override
    public void onnx(OnnxSink sink) {
        sink.result(sink.node("LRN", List.of(sink.input(0)), Map.of("size", (long) size(), "alpha", (float) alpha,
                "beta", (float) beta, "bias", (float) bias)));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.LocalResponseNorm(%d, alpha=%s, beta=%s, k=%s)".formatted(size(), alpha, beta, bias);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Lambda(lambda x: x / (%s + %s * keras.ops.average_pool(keras.ops.square(x)[..., None], (1, 1, %d), 1, padding='same')[..., 0]) ** %s)"
                .formatted(bias, alpha, size(), beta);
    }

    private int size() {
        return 2 * radius + 1;
    }
}
