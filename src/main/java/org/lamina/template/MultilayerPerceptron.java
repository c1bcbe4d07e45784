package org.lamina.template;

import com.google.auto.service.AutoService;
import java.util.Map;
import org.lamina.graph.Sketch;
import org.lamina.project.Project;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.tensor.Shape;

@AutoService(Template.class)
@Card(id = "mlp", title = "Multilayer perceptron", keywords = {"mlp", "dense", "fully connected"})
@Help("""
        Dense layers one after the other, each followed by a bend: the plainest network. The first choice for rows of numbers.
        """)
public final class MultilayerPerceptron implements Template {

    @Override
    public Kind kind() {
        return Kind.NUMBERS;
    }

    @Override
    public String paper() {
        return "Rumelhart, Hinton and Williams, 1986";
    }

    @Override
    public Project project() {
        Sketch net = new Sketch(Shape.vector(2));
        for (int units : new int[]{32, 32})
            net.then("dense", Map.of("units", units)).then("relu");
        net.then("dense", Map.of("units", 2)).titled("Which arm").then("output");
        return Pieces.project("""
                Multilayer perceptron

                Two hidden layers bend the plane until a straight cut parts the two arms of a spiral.

                Try this: take one hidden layer away, or halve its units, and see where the cut fails.""",
                net, Pieces.data("planes", Map.of("samples", 2000)),
                Map.of("learningRate", 0.005, "epochs", 40, "batchSize", 32));
    }
}
