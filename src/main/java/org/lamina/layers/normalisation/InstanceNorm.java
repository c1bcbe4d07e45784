package org.lamina.layers.normalisation;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Python;
import org.lamina.layers.Space;
import org.lamina.spec.Card;
import org.lamina.spec.Cost;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Real;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "instance-norm", title = "Instance norm", family = Family.NORMALISATION, keywords = {
        "instance normalisation", "instance normalization", "style transfer"})
@Help("""
        Brings each channel of each sample to zero mean and unit variance over its pixels, then scales and shifts it by
        trained numbers: y = γ·(x − mean) / √(variance + epsilon) + β. It takes the contrast out of a picture.

        **Shape** the same as its input.

        **Source** Ulyanov et al., 2016; ONNX `InstanceNormalization`.
        """)
public record InstanceNorm(
        @Help("Added to the variance, so that nothing is divided by zero.") @Real(min = 1e-8, max = 1, soft = 0.01, log = true) double epsilon)
        implements
            Layer {

    public InstanceNorm() {
        this(1e-5);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return in.elements() > in.channels() ? Inferred.known(in)
                : Inferred.refused("needs more than one number per channel, got %s: remove it or put it further up"
                        .formatted(in));
    }

    @Override
    public Cost cost(List<Shape> inputs) {
        return shared(inputs.getFirst()).cost(inputs.getFirst());
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        return shared(inputs.getFirst()).reads(inputs.getFirst(), answer);
    }

    @Override
    public Block block(List<Shape> inputs) {
        return shared(inputs.getFirst()).block(inputs.getFirst());
    }

    @Override
    public void onnx(OnnxSink sink) {
        shared(sink.output()).onnx(sink);
    }

    @Override
    public String torch(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return Python.channelsFirst(in, "nn.InstanceNorm%dd(%d, eps=%s, affine=True)"
                .formatted(Space.of(in).orElseThrow().axes(), in.channels(), epsilon));
    }

    @Override
    public String torchSource() {
        return Python.CHANNELS_FIRST;
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.GroupNormalization(-1, epsilon=%s)".formatted(epsilon);
    }

    private Groups shared(Shape in) {
        return new Groups(in.channels(), epsilon);
    }
}
