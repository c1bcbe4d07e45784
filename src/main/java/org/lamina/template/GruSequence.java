package org.lamina.template;

import com.google.auto.service.AutoService;
import java.util.Map;
import org.lamina.graph.Sketch;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.tensor.Shape;

@AutoService(Template.class)
@Card(id = "gru-sequence", title = "GRU sequence model", keywords = {"recurrent", "forecast", "time series",
        "regression", "rnn"})
@Help("""
        Reads a series of numbers and foretells how it goes on. A GRU does with two gates what an LSTM does with three.
        """)
public final class GruSequence implements Template {

    @Override
    public Kind kind() {
        return Kind.SEQUENCES;
    }

    @Override
    public String paper() {
        return "Cho et al., 2014";
    }

    @Override
    public Project project() {
        Sketch net = new Sketch(Shape.sequence(40, 1)).then("gru", Map.of("units", 32, "sequence", false))
                .then("dense", Map.of("units", 4)).titled("Next four values").then("output");
        return Pieces.project("""
                GRU sequence model

                Sums of two sine waves, 40 steps of each: the next four values are to be foretold. The state has to find out both frequencies and where in their wave they stand.

                Try this: add a third wave in the data set, or give the GRU a second layer.""",
                net, Pieces.data("sines", Map.of("horizon", 4)),
                Map.of("task", Task.REGRESSION, "learningRate", 0.005, "epochs", 20));
    }
}
