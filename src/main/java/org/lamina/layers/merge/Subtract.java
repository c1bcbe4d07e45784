package org.lamina.layers.merge;

import ai.djl.ndarray.NDArray;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Merging;
import org.lamina.spec.Card;
import org.lamina.spec.Explaining;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Layer;
import org.lamina.spec.Numbers;
import org.lamina.spec.Ports;
import org.lamina.spec.Working;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "subtract", title = "Subtract", family = Family.MERGE, keywords = {"minus", "difference"})
@Help("""
        The first input minus the second, number by number: y = a − b.

        **Shape** both inputs have the same, and so has the output.

        **Source** ONNX `Sub`.
        """)
public record Subtract() implements Merging, Explaining {

    @Override
    public NDArray join(NDArray a, NDArray b) {
        return a.sub(b);
    }

    @Override
    public Working working(Numbers numbers) {
        return new Working.Sum("y = a − b", List.of(Merging.inputs(numbers, 1, -1)), null);
    }

    @Override
    public String operator() {
        return "Sub";
    }

    @Override
    public Ports ports() {
        return new Ports(2, 2);
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "torch.sub";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Subtract()";
    }
}
