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
import org.lamina.spec.Working;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "add", title = "Add", family = Family.MERGE, keywords = {"sum", "plus", "residual", "skip", "shortcut"})
@Help("""
        Adds its inputs number by number, as where a shortcut joins its branch again: y = a + b + …

        **Shape** all inputs have the same, and so has the output.

        **Source** He et al., 2016 (residual learning); ONNX `Add`.
        """)
public record Add() implements Merging, Explaining {

    @Override
    public NDArray join(NDArray a, NDArray b) {
        return a.add(b);
    }

    @Override
    public Working working(Numbers numbers) {
        return new Working.Sum("y = a + b + …", List.of(Merging.inputs(numbers)), null);
    }

    @Override
    public String operator() {
        return "Add";
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "lambda *x: reduce(torch.add, x)";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Add()";
    }
}
