package org.lamina.layers.recurrent;

import com.google.auto.service.AutoService;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;

@AutoService(Layer.class)
@Card(id = "lstm", title = "LSTM", family = Family.RECURRENT, keywords = {"recurrent", "long short-term memory",
        "sequence", "memory"})
@Help("""
        Walks along the sequence with a memory c that gates write, keep and read: c = σ(f)·c + σ(i)·tanh(g), h = σ(o)·tanh(c),
        where f, i, g and o are weighted sums of the step and of h.

        **Shape** time×features → time×units, or units for the last state alone; twice as many with both directions.

        **Source** Hochreiter and Schmidhuber, 1997; Gers et al., 2000; ONNX `LSTM`.
        """)
public record Lstm(
        @Help("How many numbers the state has.") @Int(min = 1, max = 8_192, soft = 512) int units,
        @Help("How many are stacked: each walks along the answers of the one before.") @Int(min = 1, max = 16, soft = 4) int layers,
        @Help("Whether a second one walks from the end to the beginning; the answers of both stand side by side.") boolean bidirectional,
        @Help("Whether the answers at all steps leave, or the last state alone.") boolean sequence)
        implements
            Recurrent {

    public Lstm() {
        this(64, 1, false, true);
    }

    @Override
    public Cell cell() {
        return Cell.LSTM;
    }
}
