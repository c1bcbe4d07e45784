package org.lamina.template;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamina.graph.Sketch;
import org.lamina.project.Project;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.tensor.Shape;

@AutoService(Template.class)
@Card(id = "inception", title = "Inception", keywords = {"googlenet", "cnn", "imagenet"})
@Help("""
        Filters of several sizes look at the same maps side by side, and what they find is put together. 1×1 convolutions before them keep it cheap.
        """)
public final class Inception implements Template {

    @Override
    public Kind kind() {
        return Kind.PICTURES;
    }

    @Override
    public String paper() {
        return "Szegedy et al., 2014 (GoogLeNet)";
    }

    @Override
    public Project project() {
        Sketch net = new Sketch(Shape.image(1, 32, 32));
        Pieces.max(unit(net, 16, 3, 1), 2, 2, 0);
        module(net, 16, 16, 24, 4, 8, 8);
        Pieces.max(module(net, 24, 16, 32, 4, 8, 8), 2, 2, 0);
        module(net, 32, 16, 32, 8, 16, 16);
        return Pieces.project("""
                Inception, small

                Three Inception modules: each has branches with 1×1, 3×3 and larger filters and one with pooling, joined by a Concatenate. Some shapes are told apart by small details, others only by the whole.

                Try this: remove one branch of each module and see what it costs.""",
                net.then("global-average-pool").then("dense", Map.of("units", 5)).then("output"),
                Pieces.data("shapes", Map.of("samples", 4000)), Map.of("epochs", 8, "learningRate", 0.002));
    }

    /// As in torchvision: with batch normalisation and without the two auxiliary classifiers.
    @Override
    public Optional<Published> published() {
        Sketch net = new Sketch(Pieces.IMAGENET);
        Pieces.max(unit(net, 64, 7, 2), 3, 2, 1);
        Pieces.max(unit(unit(net, 64, 1, 1), 192, 3, 1), 3, 2, 1);
        module(net, 64, 96, 128, 16, 32, 32);
        Pieces.max(module(net, 128, 128, 192, 32, 96, 64), 3, 2, 1);
        module(net, 192, 96, 208, 16, 48, 64);
        module(net, 160, 112, 224, 24, 64, 64);
        module(net, 128, 128, 256, 24, 64, 64);
        module(net, 112, 144, 288, 32, 64, 64);
        Pieces.max(module(net, 256, 160, 320, 32, 128, 128), 2, 2, 0);
        module(net, 256, 160, 320, 32, 128, 128);
        module(net, 384, 192, 384, 48, 128, 128);
        net.then("global-average-pool").then("dropout", Map.of("rate", 0.2));
        return Optional.of(new Published("GoogLeNet", Pieces.classifier(net, 1000).graph(), "image-folder"));
    }

    private static Sketch unit(Sketch net, int filters, int kernel, int stride) {
        return Pieces.normalised(net, filters, kernel, stride, kernel / 2).then("relu");
    }

    /// Four branches, side by side.
    private static Sketch module(Sketch net, int one, int before3, int three, int before5, int five, int pool) {
        String from = net.last();
        String first = unit(net, one, 1, 1).last();
        String second = unit(unit(net.from(from), before3, 1, 1), three, 3, 1).last();
        String third = unit(unit(net.from(from), before5, 1, 1), five, 3, 1).last();
        String fourth = unit(Pieces.max(net.from(from), 3, 1, 1), pool, 1, 1).last();
        return net.after(List.of(first, second, third, fourth), "concat", Map.of());
    }
}
