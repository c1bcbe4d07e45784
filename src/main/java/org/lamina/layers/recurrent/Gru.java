package org.lamina.layers.recurrent;

import com.google.auto.service.AutoService;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;

@AutoService(Layer.class)
@Card(id = "gru", title = "GRU", family = Family.RECURRENT, keywords = {"recurrent", "gated recurrent unit", "sequence",
        "memory"})
@Help("""
        Walks along the sequence with a state that gates renew: n = tanh(W·x + b + σ(r)·(U·h + c)), h = (1 − σ(z))·n + σ(z)·h,
        where r and z are weighted sums of the step and of h. An LSTM with a quarter fewer weights.

        **Shape** time×features → time×units, or units for the last state alone; twice as many with both directions.

        **Source** Cho et al., 2014; ONNX `GRU` with `linear_before_reset`.
        """)
public record Gru(
        @Help("How many numbers the state has.") @Int(min = 1, max = 8_192, soft = 512) int units,
        @Help("How many are stacked: each walks along the answers of the one before.") @Int(min = 1, max = 16, soft = 4) int layers,
        @Help("Whether a second one walks from the end to the beginning; the answers of both stand side by side.") boolean bidirectional,
        @Help("Whether the answers at all steps leave, or the last state alone.") boolean sequence)
        implements
            Recurrent {

    public Gru() {
        this(64, 1, false, true);
    }

    @Override
    public Cell cell() {
        return Cell.GRU;
    }
}
