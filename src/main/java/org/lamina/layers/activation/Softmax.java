package org.lamina.layers.activation;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.lamina.layers.Blocks;
import org.lamina.spec.Explaining;
import org.lamina.spec.Numbers;
import org.lamina.spec.Working;
import org.lamina.layers.Channels;
import org.lamina.spec.Working.Part;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "softmax", title = "Softmax", family = Family.ACTIVATION, keywords = {"probability", "classes"})
@Help("""
        Turns numbers into shares that are positive and sum to one: yᵢ = exp(xᵢ) / Σⱼ exp(xⱼ). The sum runs over the
        features, or over the channels of each pixel. The classification loss applies it itself.

        **Shape** the same as its input.

        **Source** Bridle, 1990; ONNX `Softmax`.
        """)
public record Softmax() implements Explaining {

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Inferred.known(inputs.getFirst());
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        int axis = inputs.getFirst().channelAxis();
        return answer.with(axis, Region.all(inputs.getFirst()).places(axis));
    }

    @Override
    public Block block(List<Shape> inputs) {
        int axis = inputs.getFirst().channelAxis() + 1;
        return Blocks.function(x -> x.softmax(axis));
    }

    @Override
    public Working working(Numbers numbers) {
        Part part = Channels.part(numbers);
        return new Working.Share("yᵢ = exp(xᵢ) / Σⱼ exp(xⱼ)", part, Channels.at(numbers));
    }

    @Override
    public void onnx(OnnxSink sink) {
        sink.result(sink.node("Softmax", List.of(sink.input(0)), Map.of("axis", sink.output().channelAxis() + 1L)));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "nn.Softmax(dim=%d)".formatted(inputs.getFirst().channelAxis() + 1);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Softmax(axis=-1)";
    }
}
