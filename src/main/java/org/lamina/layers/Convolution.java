package org.lamina.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lamina.layers.Sliding.Edges;
import org.lamina.spec.Cost;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Window;

/// A convolution over images, dense, grouped or per channel: what the layers of that family share.
///
/// Its block has the parameters `weight`, filters×(channels / groups)×kernel×kernel, and where wanted `bias`, filters.
public record Convolution(Shape image, Sliding sliding, int filters, int groups, boolean bias) {

    public Cost cost(Shape out) {
        long perFilter = (long) channelsPerGroup() * kernel() * kernel();
        return new Cost(filters * perFilter + (bias ? filters : 0), out.elements() * perFilter, out.bytes());
    }

    public Block block() {
        Edges edges = sliding.edges(image);
        return Blocks.function(Blocks.weights(bias, filters, filters, channelsPerGroup(), kernel(), kernel()),
                (x, weights) -> edges.isEven() ? convolve(x, weights, edges)
                        : convolve(Sliding.padded(x, edges), weights, new Edges(0, 0, 0, 0)));
    }

    private NDArray convolve(NDArray x, List<NDArray> weights, Edges edges) {
        Window window = sliding.window();
        return ai.djl.nn.convolutional.Conv2d.conv2d(x, weights.getFirst(), bias ? weights.getLast() : null,
                Blocks.square(window.stride()), new ai.djl.ndarray.types.Shape(edges.top(), edges.left()),
                Blocks.square(window.dilation()), groups).singletonOrThrow();
    }

    public void onnx(OnnxSink sink) {
        Window window = sliding.window();
        List<String> inputs = new ArrayList<>(List.of(sink.input(0), sink.weight("weight")));
        if (bias)
            inputs.add(sink.weight("bias"));
        sink.result(sink.node("Conv", inputs, Map.of(
                "kernel_shape", new long[]{window.size(), window.size()},
                "strides", new long[]{window.stride(), window.stride()},
                "dilations", new long[]{window.dilation(), window.dilation()},
                "pads", sliding.edges(image).onnx(),
                "group", (long) groups)));
    }

    public String torch() {
        Edges edges = sliding.edges(image);
        Window window = sliding.window();
        String conv = "nn.Conv2d(%d, %d, %d, stride=%d, padding=%s, dilation=%d, groups=%d, bias=%s)".formatted(
                image.size(0), filters, window.size(), window.stride(),
                edges.isEven() ? Python.tuple(edges.top(), edges.left()) : "0", window.dilation(), groups,
                Python.bool(bias));
        return edges.isEven() ? conv
                : "nn.Sequential(nn.ZeroPad2d(%s), %s)".formatted(
                        Python.tuple(edges.left(), edges.right(), edges.top(), edges.bottom()), conv);
    }

    /// The given Keras layer with zeros added before it.
    public String keras(String layer) {
        Edges edges = sliding.edges(image);
        return edges.isNone() ? layer
                : "keras.Sequential([layers.ZeroPadding2D(((%d, %d), (%d, %d))), %s])".formatted(edges.top(),
                        edges.bottom(), edges.left(), edges.right(), layer);
    }

    private int kernel() {
        return sliding.window().size();
    }

    private int channelsPerGroup() {
        return image.size(0) / groups;
    }
}
