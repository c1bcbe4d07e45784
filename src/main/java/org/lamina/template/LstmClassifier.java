package org.lamina.template;

import com.google.auto.service.AutoService;
import java.util.Map;
import org.lamina.graph.Sketch;
import org.lamina.project.Project;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.tensor.Shape;

@AutoService(Template.class)
@Card(id = "lstm-classifier", title = "LSTM classifier", keywords = {"recurrent", "sequence", "rnn"})
@Help("""
        Reads a sequence step by step and keeps what matters in its state; the last state decides the class.
        """)
public final class LstmClassifier implements Template {

    @Override
    public Kind kind() {
        return Kind.SEQUENCES;
    }

    @Override
    public String paper() {
        return "Hochreiter and Schmidhuber, 1997";
    }

    @Override
    public Project project() {
        Sketch net = new Sketch(Shape.tokens(16, 5)).then("embedding", Map.of("features", 16))
                .then("lstm", Map.of("units", 64, "sequence", false)).then("dense", Map.of("units", 2))
                .titled("Balanced or not").then("output");
        return Pieces.project("""
                LSTM classifier

                It reads brackets one after the other. Its state has to hold which of them are open, in their order.

                Try this: take an RNN or a GRU in place of the LSTM and compare the curves.""",
                net, Pieces.data("brackets", Map.of("samples", 12_000)), Map.of("learningRate", 0.003, "epochs", 14));
    }
}
