package org.lamina.template;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.Optional;
import org.lamina.graph.Sketch;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.tensor.Shape;

@AutoService(Template.class)
@Card(id = "gpt", title = "GPT-style decoder", keywords = {"transformer", "attention", "decoder", "language model",
        "text", "write"})
@Help("""
        A transformer that writes: every token sees only what came before it, and the next one is to be foretold.
        """)
public final class GptDecoder implements Template {

    @Override
    public Kind kind() {
        return Kind.TEXT;
    }

    @Override
    public String paper() {
        return "Radford et al., 2018 and 2019";
    }

    @Override
    public Project project() {
        Sketch net = blocks(new Sketch(Shape.tokens(24, 11)), 64, 2, 4, 256);
        net.then("dense", Map.of("units", 11)).titled("Next token").then("output");
        return Pieces.project("""
                GPT-style decoder

                It reads numbers digit by digit and learns which digit comes next. The first two numbers of a row cannot be known; after them every digit can, by adding the step.

                Try this: train it on a text of your own, and let it write in the drawer.""",
                net, Pieces.data("counting", Map.of("samples", 8000)),
                Map.of("task", Task.NEXT_TOKEN, "learningRate", 0.002));
    }

    /// GPT-2 small; its answer uses the embedding's weights once more, so no further layer counts.
    @Override
    public Optional<Published> published() {
        return Optional.of(new Published("GPT-2 small",
                blocks(new Sketch(Shape.tokens(1024, 50_257)), 768, 12, 12, 3072).then("output").graph(), "text"));
    }

    private static Sketch blocks(Sketch net, int features, int blocks, int heads, int hidden) {
        net.then("embedding", Map.of("features", features)).then("positional-encoding", Map.of("kind", "LEARNED"));
        for (int i = 1; i <= blocks; i++)
            net.then("transformer-decoder", Map.of("heads", heads, "hidden", hidden)).titled("Block " + i);
        return net.then("layer-norm");
    }
}
