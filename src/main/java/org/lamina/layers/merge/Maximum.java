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
@Card(id = "maximum", title = "Maximum", family = Family.MERGE, keywords = {"max", "maxout", "largest"})
@Help("""
        The largest of its inputs, number by number: y = max(a, b, …).

        **Shape** all inputs have the same, and so has the output.

        **Source** Goodfellow et al., 2013 (Maxout); ONNX `Max`.
        """)
public record Maximum() implements Merging, Explaining {

    @Override
    public NDArray join(NDArray a, NDArray b) {
        return a.maximum(b);
    }

    @Override
    public Working working(Numbers numbers) {
        return new Working.Largest("y = max(a, b, …)", Merging.inputs(numbers));
    }

    @Override
    public String operator() {
        return "Max";
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "lambda *x: reduce(torch.maximum, x)";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Maximum()";
    }
}
