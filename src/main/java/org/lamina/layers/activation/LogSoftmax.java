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
import org.lamina.spec.Working.Line;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "log-softmax", title = "Log softmax", family = Family.ACTIVATION, keywords = {"log probability", "classes"})
@Help("""
        The logarithm of softmax, computed in one so that tiny probabilities do not become zero: yᵢ = xᵢ − ln Σⱼ exp(xⱼ). The
        sum runs over the features, or over the channels of each pixel.

        **Shape** the same as its input.

        **Source** Bridle, 1990; ONNX `LogSoftmax`.
        """)
public record LogSoftmax() implements Sharing {

    @Override
    public NDArray apply(NDArray x, int axis) {
        return x.logSoftmax(axis);
    }

    @Override
    public String operator() {
        return "LogSoftmax";
    }

    @Override
    public Working working(Numbers numbers) {
        double x = numbers.input(0, numbers.cell());
        Working.Share share = new Working.Share("", Channels.part(numbers), Channels.at(numbers));
        double largest = x - Math.log(share.weight(share.at()));
        double whole = largest + Math.log(share.whole());
        return new Working.Chain("yᵢ = xᵢ − ln Σⱼ exp(xⱼ)", List.of(new Line("xᵢ", "", x),
                new Line("ln Σⱼ exp(xⱼ)", "over %d numbers".formatted(share.part().values().length), whole),
                new Line("y", "xᵢ − ln Σⱼ exp(xⱼ)", x - whole)));
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Activation('log_softmax')";
    }
}
