package org.lamina.layers.core;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import org.lamina.layers.Blocks;
import org.lamina.layers.Fit;
import org.lamina.layers.Passing;
import org.lamina.layers.Python;
import org.lamina.layers.Space;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.Real;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "spatial-dropout", title = "Spatial dropout", family = Family.CORE, keywords = {"regularisation",
        "regularization", "channels", "dropout 2d"})
@Help("""
        A dropout of whole channels: while training, sets a random share of them to zero and scales the others by
        1 / (1 − rate). Neighbouring pixels say much the same, so that dropping single ones does little. Does nothing
        afterwards.

        **Shape** the same as its input.

        **Source** Tompson et al., 2015.
        """)
public record SpatialDropout(
        @Help("Share of the channels that are set to zero.") @Real(min = 0, max = 0.99, soft = 0.8) double rate)
        implements
            Passing {

    public SpatialDropout() {
        this(0.2);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return Space.of(in).isPresent() ? Inferred.known(in) : Fit.needsSpace(in);
    }

    @Override
    public Block block(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        long[] mask = new long[in.rank() + 1];
        Arrays.fill(mask, 1);
        mask[in.channelAxis() + 1] = in.channels();
        return Blocks.block(List.of(), (arriving, _, training) -> {
            NDArray x = arriving.head();
            mask[0] = x.getShape().get(0);
            NDArray ones = x.getManager().ones(new ai.djl.ndarray.types.Shape(mask.clone()));
            return training
                    ? x.mul(ai.djl.nn.norm.Dropout.dropout(ones, (float) rate, true).singletonOrThrow())
                    : x;
        });
    }

    @Override
    public String torch(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return Python.channelsFirst(in, "nn.Dropout%dd(%s)".formatted(Space.of(in).orElseThrow().axes(), rate));
    }

    @Override
    public String torchSource() {
        return Python.CHANNELS_FIRST;
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.SpatialDropout%dD(%s)".formatted(Space.of(inputs.getFirst()).orElseThrow().axes(), rate);
    }
}
