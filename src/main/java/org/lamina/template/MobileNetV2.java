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
@Card(id = "mobilenet-v2", title = "MobileNetV2", keywords = {"inverted residual", "depthwise", "cnn", "imagenet",
        "phone"})
@Help("""
        Made for telephones: each block widens, convolves every channel by itself, and narrows again, with the way around between the narrow ends.
        """)
public final class MobileNetV2 implements Template {

    @Override
    public Kind kind() {
        return Kind.PICTURES;
    }

    @Override
    public String paper() {
        return "Sandler et al., 2018";
    }

    @Override
    public Project project() {
        Sketch net = new Sketch(Shape.image(1, 32, 32));
        Pieces.normalised(net, 16, 3, 1, 1).then("relu6");
        stages(net, 16, new int[][]{{1, 8, 1, 1}, {4, 16, 2, 2}, {4, 24, 2, 2}, {4, 32, 1, 2}});
        return Pieces.project("""
                MobileNetV2, small

                Inverted bottlenecks with depthwise convolutions: a few thousand weights read pictures of 32×32 pixels.

                Try this: put a Conv 2D in place of a Depthwise conv 2D and compare the parameters.""",
                ending(net, 64, 5), Pieces.data("shapes", Map.of("samples", 4000)),
                Map.of("epochs", 8, "learningRate", 0.003));
    }

    @Override
    public Optional<Published> published() {
        Sketch net = new Sketch(Pieces.IMAGENET);
        Pieces.normalised(net, 32, 3, 2, 1).then("relu6");
        stages(net, 32, new int[][]{{1, 16, 1, 1}, {6, 24, 2, 2}, {6, 32, 3, 2}, {6, 64, 4, 2}, {6, 96, 3, 1},
                {6, 160, 3, 2}, {6, 320, 1, 1}});
        return Optional.of(new Published("MobileNetV2", ending(net, 1280, 1000).graph(), "image-folder"));
    }

    private static Sketch ending(Sketch net, int filters, int classes) {
        return Pieces.classifier(Pieces.normalised(net, filters, 1, 1, 0).then("relu6").then("global-average-pool"),
                classes);
    }

    /// @param stages how much wider within, filters, blocks and first stride of each
    private static void stages(Sketch net, int first, int[][] stages) {
        int channels = first;
        for (int[] stage : stages)
            for (int i = 0; i < stage[2]; i++) {
                inverted(net, channels, stage[0], stage[1], i == 0 ? stage[3] : 1);
                channels = stage[1];
            }
    }

    private static void inverted(Sketch net, int channels, int wider, int filters, int stride) {
        String from = net.last();
        if (wider > 1)
            Pieces.normalised(net, channels * wider, 1, 1, 0).then("relu6");
        net.then("depthwise-conv-2d", Map.of("stride", stride, "bias", false)).then("batch-norm").then("relu6");
        String branch = Pieces.normalised(net, filters, 1, 1, 0).last();
        if (stride == 1 && channels == filters)
            Pieces.joined(net, branch, from);
    }
}
