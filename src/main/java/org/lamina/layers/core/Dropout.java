package org.lamina.layers.core;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Passing;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Layer;
import org.lamina.spec.Real;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "dropout", title = "Dropout", family = Family.CORE, keywords = {"regularisation", "regularization", "noise",
        "overfitting"})
@Help("""
        While training, sets a random share of the numbers to zero and scales the others by 1 / (1 − rate), so that no
        neuron can rely on a single other one. Does nothing afterwards.

        **Shape** the same as its input.

        **Source** Srivastava et al., 2014; ONNX `Dropout`.
        """)
public record Dropout(
        @Help("Share of the numbers that are set to zero.") @Real(min = 0, max = 0.99, soft = 0.8) double rate)
        implements
            Passing {

    public Dropout() {
        this(0.5);
    }

    @Override
    public Block block(List<Shape> inputs) {
        return ai.djl.nn.norm.Dropout.builder().optRate((float) rate).build();
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.Dropout(%s)".formatted(rate);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Dropout(%s)".formatted(rate);
    }
}
