package org.lamina.layers.merge;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.lamina.layers.Blocks;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Ports;
import org.lamina.spec.Remedy;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "real-or-generated", title = "Real or generated", family = Family.MERGE, keywords = {"gan", "adversarial",
        "discriminator", "generator"})
@Help("""
        Where two networks meet that are trained against each other (a GAN). What leads to its first input is the
        **generator**, which begins with a Noise input; what follows is the **discriminator**, which learns to tell the
        generated samples from the real ones at its second input. The generator learns to be taken for real. Set the task
        of the training plan to adversarial.

        After training it hands on the generated samples.

        **Shape** both inputs have the same, and so has the output.

        **Source** Goodfellow et al., 2014.
        """)
public record RealOrGenerated() implements Layer {

    @Override
    public Ports ports() {
        return new Ports(2, 2);
    }

    @Override
    public boolean isContest() {
        return true;
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape generated = inputs.getFirst();
        Shape real = inputs.getLast();
        if (generated.equals(real))
            return Inferred.known(real);
        String message = "needs generated samples of the same shape as the real ones, %s, got %s: ".formatted(real,
                generated);
        return generated.elements() == real.elements()
                ? Inferred.refused(message + "put a Reshape before input 1",
                        new Remedy.Insert("Insert Reshape", 0, "reshape", Map.of("shape", real)))
                : Inferred.refused(message + "let the generator end with %,d numbers".formatted(real.elements()));
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        return port == 0 ? answer : Region.none(inputs.get(port));
    }

    @Override
    public Block block(List<Shape> inputs) {
        return Blocks.merge(arriving -> arriving.get(0));
    }

    @Override
    public void onnx(OnnxSink sink) {
        sink.result(sink.node("Identity", List.of(sink.input(0))));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "RealOrGenerated()";
    }

    @Override
    public String torchSource() {
        return """
                class RealOrGenerated(nn.Module):
                    def forward(self, generated, real):
                        return generated
                """;
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "(lambda inputs: inputs[0])";
    }
}
