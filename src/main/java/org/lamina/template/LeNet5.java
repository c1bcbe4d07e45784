package org.lamina.template;

import com.google.auto.service.AutoService;
import java.util.Map;
import org.lamina.graph.Sketch;
import org.lamina.project.Project;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.tensor.Shape;

@AutoService(Template.class)
@Card(id = "lenet-5", title = "LeNet-5", keywords = {"cnn", "convolution", "digits", "mnist"})
@Help("""
        The first convolutional network in wide use: it read cheques. Two convolutions with pooling, then dense layers.
        """)
public final class LeNet5 implements Template {

    @Override
    public Kind kind() {
        return Kind.PICTURES;
    }

    @Override
    public String paper() {
        return "LeCun et al., 1998";
    }

    @Override
    public Project project() {
        return Pieces.project("""
                LeNet-5

                Small filters are slid over the digit, averages make the maps smaller, and dense layers decide. With tanh and average pooling as it was published, in the form for 28×28 pixels.

                Try this: put ReLU and max pooling in place of tanh and averages, and compare the curves.""",
                net(), Pieces.data("digits", Map.of()), Map.of("epochs", 6, "learningRate", 0.002));
    }

    private static Sketch net() {
        Sketch net = new Sketch(Shape.image(1, 28, 28));
        Pieces.conv(net, 6, 5, 1, 2).then("tanh").then("average-pool-2d");
        Pieces.conv(net, 16, 5, 1, 0).then("tanh").then("average-pool-2d").then("flatten");
        for (int units : new int[]{120, 84})
            net.then("dense", Map.of("units", units)).then("tanh");
        return net.then("dense", Map.of("units", 10)).titled("Ten digits").then("output");
    }
}
