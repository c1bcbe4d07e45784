package org.lamina.layers.activation;

import ai.djl.ndarray.NDArray;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Channels;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Layer;
import org.lamina.spec.Numbers;
import org.lamina.spec.Working;
import org.lamina.spec.Working.Part;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "softmax", title = "Softmax", family = Family.ACTIVATION, keywords = {"probability", "classes"})
@Help("""
        Turns numbers into shares that are positive and sum to one: yᵢ = exp(xᵢ) / Σⱼ exp(xⱼ). The sum runs over the
        features, or over the channels of each pixel. The classification loss applies it itself.

        **Shape** the same as its input.

        **Source** Bridle, 1990; ONNX `Softmax`.
        """)
public record Softmax() implements Sharing {

    @Override
    public NDArray apply(NDArray x, int axis) {
        return x.softmax(axis);
    }

    @Override
    public String operator() {
        return "Softmax";
    }

    @Override
    public Working working(Numbers numbers) {
        Part part = Channels.part(numbers);
        return new Working.Share("yᵢ = exp(xᵢ) / Σⱼ exp(xⱼ)", part, Channels.at(numbers));
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Softmax(axis=-1)";
    }
}
