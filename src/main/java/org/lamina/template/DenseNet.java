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
@Card(id = "densenet", title = "DenseNet-121", keywords = {"dense block", "cnn", "imagenet", "concatenate"})
@Help("""
        Every layer sees the maps of all layers before it in its block and adds a few of its own: nothing has to be learnt twice.
        """)
public final class DenseNet implements Template {

    @Override
    public Kind kind() {
        return Kind.PICTURES;
    }

    @Override
    public String paper() {
        return "Huang et al., 2016";
    }

    @Override
    public Project project() {
        Sketch net = new Sketch(Shape.image(1, 32, 32));
        Pieces.conv(net, 16, 3, 1, 1);
        blocks(net, 16, 8, 3, 3, 3);
        return Pieces.project("""
                DenseNet, small

                Three dense blocks of three layers, each of which adds 8 maps, with transitions between that halve maps and pictures.

                Try this: follow a wire from the first layer of a block to its last Concatenate.""",
                ending(net, 5), Pieces.data("shapes", Map.of("samples", 4000)),
                Map.of("epochs", 8, "learningRate", 0.002));
    }

    @Override
    public Optional<Published> published() {
        Sketch net = new Sketch(Pieces.IMAGENET);
        Pieces.max(Pieces.normalised(net, 64, 7, 2, 3).then("relu"), 3, 2, 1);
        blocks(net, 64, 32, 6, 12, 24, 16);
        return Optional.of(new Published("DenseNet-121", ending(net, 1000).graph(), "image-folder"));
    }

    private static Sketch ending(Sketch net, int classes) {
        return Pieces.classifier(net.then("batch-norm").then("relu").then("global-average-pool"), classes);
    }

    /// @param growth maps that each layer adds
    /// @param layers of each block
    private static void blocks(Sketch net, int channels, int growth, int... layers) {
        int present = channels;
        for (int block = 0; block < layers.length; block++) {
            for (int i = 0; i < layers[block]; i++)
                layer(net, growth);
            present += layers[block] * growth;
            if (block < layers.length - 1) {
                present /= 2;
                transition(net, present);
            }
        }
    }

    private static void layer(Sketch net, int growth) {
        String from = net.last();
        net.then("batch-norm").then("relu");
        Pieces.normalised(net, 4 * growth, 1, 1, 0).then("relu");
        String added = convolution(net, growth, 3).last();
        net.after(List.of(from, added), "concat", Map.of());
    }

    private static void transition(Sketch net, int channels) {
        convolution(net.then("batch-norm").then("relu"), channels, 1).then("average-pool-2d");
    }

    private static Sketch convolution(Sketch net, int filters, int kernel) {
        return net.then("conv-2d",
                Map.of("filters", filters, "kernel", kernel, "padding", kernel / 2, "bias", false));
    }
}
