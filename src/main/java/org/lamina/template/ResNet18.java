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
@Card(id = "resnet-18", title = "ResNet-18", keywords = {"residual", "skip connection", "cnn", "imagenet"})
@Help("""
        A way around every two convolutions, so that each block only learns what to add: networks of any depth learn.
        """)
public final class ResNet18 implements Template {

    @Override
    public Kind kind() {
        return Kind.PICTURES;
    }

    @Override
    public String paper() {
        return "He et al., 2015";
    }

    @Override
    public Project project() {
        Sketch net = new Sketch(Shape.image(1, 32, 32));
        Pieces.normalised(net, 16, 3, 1, 1).then("relu");
        stages(net, 16, 32, 64);
        return Pieces.project("""
                ResNet, small

                Three stages of two residual blocks on pictures of 32×32 pixels. Where a stage halves the picture, a 1×1 convolution on the way around does too.

                Try this: delete the wires that go around and watch the gradient of the first layers fade.""",
                Pieces.classifier(net.then("global-average-pool"), 5), Pieces.data("shapes", Map.of("samples", 4000)),
                Map.of("epochs", 8, "learningRate", 0.002));
    }

    @Override
    public Optional<Published> published() {
        Sketch net = new Sketch(Pieces.IMAGENET);
        Pieces.max(Pieces.normalised(net, 64, 7, 2, 3).then("relu"), 3, 2, 1);
        stages(net, 64, 128, 256, 512);
        return Optional.of(new Published("ResNet-18", Pieces.classifier(net.then("global-average-pool"), 1000).graph(),
                "image-folder"));
    }

    private static void stages(Sketch net, int first, int... others) {
        block(net, first, 1, false);
        block(net, first, 1, false);
        for (int filters : others) {
            block(net, filters, 2, true);
            block(net, filters, 1, false);
        }
    }

    /// @param projected whether the way around needs other sizes
    private static void block(Sketch net, int filters, int stride, boolean projected) {
        String from = net.last();
        Pieces.normalised(net, filters, 3, stride, 1).then("relu");
        String branch = Pieces.normalised(net, filters, 3, 1, 1).last();
        String around = projected ? Pieces.projected(net, from, filters, stride) : from;
        Pieces.joined(net, branch, around).then("relu");
    }
}
