package org.lamina.layers.resize;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Locale;
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
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

@AutoService(Layer.class)
@Card(id = "upsample-2d", title = "Upsample 2D", family = Family.RESIZE, keywords = {"enlarge", "interpolate", "scale",
        "nearest", "bilinear", "decoder"})
@Help("""
        Makes the picture larger by a whole factor: nearest repeats each pixel, bilinear blends neighbours by their distance
        (pixels have their centres at half, edges repeat).

        **Shape** channels×H×W → channels×factor·H×factor·W.

        **Source** ONNX `Resize`, half-pixel coordinates.
        """)
public record Upsample2d(
        @Help("How many times as many rows and columns leave.") @Int(min = 1, max = 32, soft = 8) int factor,
        @Help("Repeat pixels, or blend them.") Method method) implements Layer {

    /// How new pixels are made.
    public enum Method {
        NEAREST,
        BILINEAR;

        /// The engine's number for it.
        private int code() {
            return this == NEAREST ? 0 : 1;
        }

        private String lowerCase() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Upsample2d() {
        this(2, Method.NEAREST);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return in.isImage() ? Fit.known(in, in.size(0), (long) factor * in.size(1), (long) factor * in.size(2))
                : Fit.needsImage(in);
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        Shape in = inputs.getFirst();
        return Region.of(in, axis -> axis == 0 ? answer.places(0)
                : answer.places(axis).flatMap(pixel -> sources(pixel, in.size(axis))));
    }

    /// Where a pixel comes from on its axis: of blended ones, two neighbours, unless it lies on one of them.
    private IntStream sources(int pixel, int length) {
        if (method == Method.NEAREST)
            return IntStream.of(pixel / factor);
        int doubled = Math.max(0, 2 * pixel + 1 - factor);
        int lower = doubled / (2 * factor);
        return doubled % (2 * factor) == 0 ? IntStream.of(lower)
                : IntStream.of(lower, Math.min(lower + 1, length - 1));
    }

    @Override
    public Block block(List<Shape> inputs) {
        Shape out = output(inputs);
        long[] size = {out.size(1), out.size(2)};
        return Blocks.function(x -> x.getNDArrayInternal().interpolation(size, method.code(), false));
    }

    @Override
    public void onnx(OnnxSink sink) {
        String scales = sink.constant(new Tensor(new int[]{4}, new float[]{1, 1, factor, factor}));
        sink.result(sink.node("Resize", List.of(sink.input(0), "", scales), switch (method) {
            case NEAREST -> Map.of("mode", "nearest", "coordinate_transformation_mode", "asymmetric", "nearest_mode",
                    "floor");
            case BILINEAR -> Map.of("mode", "linear", "coordinate_transformation_mode", "half_pixel");
        }));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.Upsample(scale_factor=%d, mode='%s')".formatted(factor, method.lowerCase());
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.UpSampling2D(%d, interpolation='%s')".formatted(factor, method.lowerCase());
    }
}
