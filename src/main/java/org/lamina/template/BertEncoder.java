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
@Card(id = "bert", title = "BERT-style encoder", keywords = {"transformer", "attention", "encoder", "text"})
@Help("""
        A transformer that reads: every token may look at all others, before and behind it. For telling what a text is about.
        """)
public final class BertEncoder implements Template {

    @Override
    public Kind kind() {
        return Kind.TEXT;
    }

    @Override
    public String paper() {
        return "Devlin et al., 2018";
    }

    @Override
    public Project project() {
        Sketch net = blocks(new Sketch(Shape.tokens(16, 5)), 48, 2, 4, 96);
        net.then("flatten").then("dense", Map.of("units", 2)).titled("Balanced or not").then("output");
        return Pieces.project("""
                BERT-style encoder

                It reads a row of brackets at once; every bracket can ask all others for its partner. What all of them found together decides.

                Try this: look at the attention maps of the first block in the drawer.""",
                net, Pieces.data("brackets", Map.of("samples", 12_000)), Map.of("epochs", 14));
    }

    /// BERT-base without the embedding of two segments and without its pooler.
    @Override
    public Optional<Published> published() {
        return Optional.of(new Published("BERT-base",
                blocks(new Sketch(Shape.tokens(512, 30_522)), 768, 12, 12, 3072).then("output").graph(), "text"));
    }

    private static Sketch blocks(Sketch net, int features, int blocks, int heads, int hidden) {
        net.then("embedding", Map.of("features", features)).then("positional-encoding", Map.of("kind", "LEARNED"));
        for (int i = 1; i <= blocks; i++)
            net.then("transformer-encoder", Map.of("heads", heads, "hidden", hidden)).titled("Block " + i);
        return net.then("layer-norm");
    }
}
