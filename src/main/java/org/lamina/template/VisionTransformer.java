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
@Card(id = "vit", title = "Vision transformer", keywords = {"transformer", "attention", "patches", "vit"})
@Help("""
        Cuts a picture into patches and reads them like the words of a text.
        """)
public final class VisionTransformer implements Template {

    @Override
    public Kind kind() {
        return Kind.PICTURES;
    }

    @Override
    public String paper() {
        return "Dosovitskiy et al., 2020";
    }

    @Override
    public Project project() {
        Sketch net = blocks(new Sketch(Shape.image(1, 28, 28)), 7, 32, 2, 4, 64);
        return Pieces.project("""
                Vision transformer, small

                16 patches of 7×7 pixels; each may look at all others. Positions are learnt, for without them the patches would lie in no order.

                Try this: remove the Positional encoding and see how far it gets.""",
                Pieces.classifier(net.then("global-average-pool"), 10), Pieces.data("digits", Map.of()),
                Map.of("epochs", 10, "learningRate", 0.002));
    }

    /// ViT-B/16 with the average over the patches in place of a class token.
    @Override
    public Optional<Published> published() {
        Sketch net = blocks(new Sketch(Pieces.IMAGENET), 16, 768, 12, 12, 3072);
        return Optional.of(new Published("ViT-B/16",
                Pieces.classifier(net.then("global-average-pool"), 1000).graph(), "image-folder"));
    }

    private static Sketch blocks(Sketch net, int patch, int width, int blocks, int heads, int hidden) {
        net.then("patch-embedding", Map.of("patch", patch, "width", width)).then("positional-encoding",
                Map.of("kind", "LEARNED"));
        for (int i = 1; i <= blocks; i++)
            net.then("transformer-encoder", Map.of("heads", heads, "hidden", hidden)).titled("Block " + i);
        return net.then("layer-norm");
    }
}
