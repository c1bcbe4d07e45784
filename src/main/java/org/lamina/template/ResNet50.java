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
@Card(id = "resnet-50", title = "ResNet-50", keywords = {"residual", "bottleneck", "cnn", "imagenet"})
@Help("""
        The residual network most work builds on: each block squeezes the channels to a quarter, convolves there, and widens again.
        """)
public final class ResNet50 implements Template {

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
        stages(net, new int[][]{{8, 2}, {16, 2}, {32, 2}});
        return Pieces.project("""
                Bottleneck ResNet, small

                Six bottlenecks: 1×1 squeezes, 3×3 convolves, 1×1 widens, and a way around. The same depth costs a fraction of the multiply-adds.

                Try this: compare its multiply-adds with those of the small ResNet-18.""",
                Pieces.classifier(net.then("global-average-pool"), 5), Pieces.data("shapes", Map.of("samples", 4000)),
                Map.of("epochs", 8, "learningRate", 0.002));
    }

    @Override
    public Optional<Published> published() {
        Sketch net = new Sketch(Pieces.IMAGENET);
        Pieces.max(Pieces.normalised(net, 64, 7, 2, 3).then("relu"), 3, 2, 1);
        stages(net, new int[][]{{64, 3}, {128, 4}, {256, 6}, {512, 3}});
        return Optional.of(new Published("ResNet-50", Pieces.classifier(net.then("global-average-pool"), 1000).graph(),
                "image-folder"));
    }

    /// @param stages filters and blocks of each
    private static void stages(Sketch net, int[][] stages) {
        for (int stage = 0; stage < stages.length; stage++)
            for (int i = 0; i < stages[stage][1]; i++)
                bottleneck(net, stages[stage][0], i == 0 && stage > 0 ? 2 : 1, i == 0);
    }

    /// A quarter of the channels within; the stride is in the 3×3 convolution.
    private static void bottleneck(Sketch net, int filters, int stride, boolean projected) {
        String from = net.last();
        Pieces.normalised(net, filters, 1, 1, 0).then("relu");
        Pieces.normalised(net, filters, 3, stride, 1).then("relu");
        String branch = Pieces.normalised(net, 4 * filters, 1, 1, 0).last();
        String around = projected ? Pieces.projected(net, from, 4 * filters, stride) : from;
        Pieces.joined(net, branch, around).then("relu");
    }
}
