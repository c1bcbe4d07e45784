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
@Card(id = "vgg-16", title = "VGG-16", keywords = {"cnn", "imagenet", "vgg"})
@Help("""
        Only 3×3 convolutions, two or three between poolings, twice the filters after each: depth from one simple rule.
        """)
public final class Vgg16 implements Template {

    @Override
    public Kind kind() {
        return Kind.PICTURES;
    }

    @Override
    public String paper() {
        return "Simonyan and Zisserman, 2014";
    }

    @Override
    public Project project() {
        Sketch net = new Sketch(Shape.image(1, 32, 32));
        stages(net, new int[][]{{16, 2}, {32, 2}, {64, 3}});
        return Pieces.project("""
                VGG, small

                Two 3×3 convolutions see what one 5×5 convolution sees, with fewer weights and one more bend. Three of the five stages of VGG-16 with a quarter of its filters, on pictures of 32×32 pixels.

                Try this: look at the receptive field of each layer in the inspector.""",
                Pieces.classifier(net, 5, 64), Pieces.data("shapes", Map.of("samples", 4000)),
                Map.of("epochs", 8));
    }

    @Override
    public Optional<Published> published() {
        Sketch net = new Sketch(Pieces.IMAGENET);
        stages(net, new int[][]{{64, 2}, {128, 2}, {256, 3}, {512, 3}, {512, 3}});
        return Optional.of(new Published("VGG-16", Pieces.classifier(net, 1000, 4096, 4096).graph(), "image-folder"));
    }

    /// @param stages filters and convolutions of each
    private static void stages(Sketch net, int[][] stages) {
        for (int[] stage : stages) {
            for (int i = 0; i < stage[1]; i++)
                Pieces.conv(net, stage[0], 3, 1, 1).then("relu");
            Pieces.max(net, 2, 2, 0);
        }
        net.then("flatten");
    }
}
