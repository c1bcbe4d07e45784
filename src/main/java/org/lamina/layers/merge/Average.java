package org.lamina.layers.merge;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import org.lamina.layers.Blocks;
import org.lamina.layers.Merging;
import org.lamina.spec.Card;
import org.lamina.spec.Explaining;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Layer;
import org.lamina.spec.Numbers;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Working;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "average", title = "Average", family = Family.MERGE, keywords = {"mean"})
@Help("""
        The mean of its inputs, number by number: y = (a + b + …) / n.

        **Shape** all inputs have the same, and so has the output.

        **Source** ONNX `Mean`.
        """)
public record Average() implements Merging, Explaining {

    @Override
    public NDArray join(NDArray a, NDArray b) {
        return a.add(b);
    }

    @Override
    public Working working(Numbers numbers) {
        float[] weights = new float[numbers.inputs().size()];
        Arrays.fill(weights, 1f / weights.length);
        return new Working.Sum("y = (a + b + …) / " + weights.length, List.of(Merging.inputs(numbers, weights)), null);
    }

    @Override
    public String operator() {
        return "Mean";
    }

    @Override
    public Block block(List<Shape> inputs) {
        return Blocks.merge(all -> all.stream().reduce(this::join).orElseThrow()
                .div(Blocks.number(inputs.size(), all.head())));
    }

    @Override
    public void onnx(OnnxSink sink) {
        sink.result(sink.node(operator(), sink.all()));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "lambda *x: sum(x) / len(x)";
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Average()";
    }
}
