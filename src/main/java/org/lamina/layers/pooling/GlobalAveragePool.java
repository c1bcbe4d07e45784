package org.lamina.layers.pooling;

import ai.djl.nn.Block;
import ai.djl.nn.pooling.Pool;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Fit;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Dim;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "global-average-pool", title = "Global average pool", family = Family.POOLING, keywords = {"mean", "flatten",
        "adaptive"})
@Help("""
        Replaces each channel by its average over the whole picture: one number per channel, whatever the picture's size.

        **Shape** channels×H×W → channels.

        **Source** Lin et al., 2013 (Network in network); ONNX `GlobalAveragePool`.
        """)
public record GlobalAveragePool() implements Layer {

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        return in.isImage() ? Inferred.known(new Shape(in.vocabulary(), List.of(Dim.features(in.size(0)))))
                : Fit.needsImage(in);
    }

    @Override
    public Block block(List<Shape> inputs) {
        return Pool.globalAvgPool2dBlock();
    }

    @Override
    public void onnx(OnnxSink sink) {
        sink.result(sink.node("Flatten", List.of(sink.node("GlobalAveragePool", List.of(sink.input(0))))));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.GlobalAveragePooling2D()";
    }
}
