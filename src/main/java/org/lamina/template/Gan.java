package org.lamina.template;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.lamina.graph.Sketch;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.tensor.Shape;

@AutoService(Template.class)
@Card(id = "gan", title = "GAN", keywords = {"generator", "discriminator", "adversarial", "dcgan"})
@Help("""
        Two networks against each other: one makes samples of noise, the other tells them from real ones; both get better.
        """)
public final class Gan implements Template {

    @Override
    public Kind kind() {
        return Kind.GENERATION;
    }

    @Override
    public String paper() {
        return "Goodfellow et al., 2014";
    }

    @Override
    public Project project() {
        return Pieces.project(
                """
                GAN that writes digits

                The generator turns 32 random numbers into a picture, the discriminator says whether a picture is real. Predictions shows always the same 24 random numbers, so that one sees the digits form.

                Try this: look at Predictions while it trains. Loss and accuracy are the discriminator's; near 0.69 and 50 % the two are even.""",
                discriminator(generator()), Pieces.data("digits", Map.of("samples", 6000, "variety", 0.5)),
                Map.of("task", Task.ADVERSARIAL, "epochs", 25, "learningRate", 0.0005, "beta1", 0.5, "batchSize", 64));
    }

    private static Sketch generator() {
        Sketch net = new Sketch(Shape.image(1, 28, 28)).begin("noise-input", Map.of("size", 32));
        net.then("dense", Map.of("units", 64 * 7 * 7)).then("reshape", Map.of("shape", Shape.image(64, 7, 7)))
                .then("batch-norm").then("relu");
        net.then("conv-transpose-2d", Map.of("filters", 32)).then("batch-norm").then("relu");
        return net.then("conv-transpose-2d", Map.of("filters", 1)).then("sigmoid").titled("Generated digit");
    }

    private static Sketch discriminator(Sketch net) {
        net.after(List.of(net.last(), "input-1"), "real-or-generated", Map.of());
        for (int filters : new int[]{32, 64})
            Pieces.conv(net, filters, 4, 2, 1).then("leaky-relu", Map.of("slope", 0.2)).then("dropout",
                    Map.of("rate", 0.3));
        return net.then("flatten").then("dense", Map.of("units", 1)).titled("Real?").then("output");
    }
}
