package org.lamina.template;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.Optional;
import org.lamina.graph.Sketch;
import org.lamina.project.Project;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.tensor.Shape;

@AutoService(Template.class)
@Card(id = "alexnet", title = "AlexNet", keywords = {"cnn", "imagenet"})
@Help("""
        Won the ImageNet contest of 2012 by a wide margin and began the wave of deep learning: large first filters, ReLU, dropout.
        """)
public final class AlexNet implements Template {

    @Override
    public Kind kind() {
        return Kind.PICTURES;
    }

    @Override
    public String paper() {
        return "Krizhevsky, Sutskever and Hinton, 2012";
    }

    @Override
    public Project project() {
        Sketch net = new Sketch(Shape.image(1, 32, 32));
        Pieces.max(Pieces.conv(net, 16, 5, 1, 2).then("relu"), 3, 2, 0);
        convolutions(net, 32, 48, 32, 32);
        return Pieces.project("""
                AlexNet, small

                AlexNet's order of layers on pictures of 32×32 pixels: a first layer with large filters, pooling with windows that overlap, three convolutions in a row, dense layers with dropout.

                Try this: remove the Dropout layers and watch training and validation part.""",
                Pieces.classifier(net, 5, 128), Pieces.data("shapes", Map.of("samples", 4000)),
                Map.of("epochs", 10));
    }

    /// In the form with one tower (Krizhevsky, 2014). Its adaptive pool is the identity at 224×224.
    @Override
    public Optional<Published> published() {
        Sketch net = new Sketch(Pieces.IMAGENET);
        Pieces.max(Pieces.conv(net, 64, 11, 4, 2).then("relu"), 3, 2, 0);
        convolutions(net, 192, 384, 256, 256);
        return Optional.of(new Published("AlexNet", Pieces.classifier(net, 1000, 4096, 4096).graph(), "image-folder"));
    }

    private static void convolutions(Sketch net, int second, int... others) {
        Pieces.max(Pieces.conv(net, second, 5, 1, 2).then("relu"), 3, 2, 0);
        for (int filters : others)
            Pieces.conv(net, filters, 3, 1, 1).then("relu");
        Pieces.max(net, 3, 2, 0).then("flatten");
    }
}
