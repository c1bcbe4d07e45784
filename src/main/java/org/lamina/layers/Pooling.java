package org.lamina.layers;

import java.util.Map;
import org.lamina.spec.Inferred;
import org.lamina.spec.Remedy;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Window;

/// What layers share that summarise the windows of an image. Their parameters are `window`, `stride` and `padding`.
public final class Pooling {

    private Pooling() {}

    public static Inferred infer(Shape in, Window window) {
        if (!in.isImage())
            return Fit.needsImage(in);
        int most = window.size() / 2;
        if (window.padding() > most)
            return Inferred.refusedFor("padding",
                    "needs a padding of at most half the window, that is %d, got %d: a window would see nothing but padding"
                            .formatted(most, window.padding()),
                    new Remedy.Set("Set padding to " + most, "padding", most));
        return new Sliding(window, false).over(in, in.size(0), "window");
    }

    /// Of the ONNX operators `MaxPool` and `AveragePool`.
    public static Map<String, Object> attributes(Window window) {
        int padding = window.padding();
        return Map.of(
                "kernel_shape", new long[]{window.size(), window.size()},
                "strides", new long[]{window.stride(), window.stride()},
                "pads", new long[]{padding, padding, padding, padding});
    }

    /// A Keras layer after padding with a constant.
    public static String keras(String layer, int padding, String constant) {
        if (padding == 0)
            return layer;
        return "keras.Sequential([layers.Lambda(lambda x: keras.ops.pad(x, ((0, 0), (%1$d, %1$d), (%1$d, %1$d), (0, 0)), constant_values=%2$s)), %3$s])"
                .formatted(padding, constant, layer);
    }
}
