package org.lamina.template;

import com.google.auto.service.AutoService;
import java.util.Map;
import org.lamina.graph.Sketch;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.tensor.Shape;

@AutoService(Template.class)
@Card(id = "autoencoder", title = "Autoencoder", keywords = {"reconstruction", "bottleneck", "compression", "code"})
@Help("""
        Squeezes a sample through a narrow middle and gives it back: what passes is what matters.
        """)
public final class Autoencoder implements Template {

    @Override
    public Kind kind() {
        return Kind.GENERATION;
    }

    @Override
    public String paper() {
        return "Hinton and Salakhutdinov, 2006";
    }

    @Override
    public Project project() {
        Sketch net = new Sketch(Shape.image(1, 28, 28));
        Pieces.conv(net, 16, 3, 2, 1).then("relu");
        Pieces.conv(net, 32, 3, 2, 1).then("relu").then("flatten");
        net.then("dense", Map.of("units", 16)).titled("Code of 16 numbers");
        net.then("dense", Map.of("units", 32 * 7 * 7)).then("relu").then("reshape",
                Map.of("shape", Shape.image(32, 7, 7)));
        net.then("conv-transpose-2d", Map.of("filters", 16)).then("relu");
        net.then("conv-transpose-2d", Map.of("filters", 1)).then("sigmoid").titled("Picture").then("output");
        return Pieces.project(
                """
                Autoencoder

                784 pixels go through 16 numbers and come back as 784 pixels. Predictions shows each digit beside what the network gives back.

                Try this: set the code to 2 numbers, or put a Gaussian noise layer behind the Input, and the network learns to clean digits.""",
                net, Pieces.data("digits", Map.of("samples", 6000)),
                Map.of("task", Task.RECONSTRUCTION, "epochs", 10, "learningRate", 0.002));
    }
}
