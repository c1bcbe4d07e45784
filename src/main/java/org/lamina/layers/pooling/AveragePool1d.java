package org.lamina.layers.pooling;

import com.google.auto.service.AutoService;
import org.lamina.layers.Pooling;
import org.lamina.layers.Space;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;

@AutoService(Layer.class)
@Card(id = "average-pool-1d", title = "Average pool 1D", family = Family.POOLING, keywords = {"downsample", "subsample",
        "mean"})
@Help("""
        Replaces each window by its average: a shorter, smoother sequence.

        **Shape** time×features → time'×features, time' = ⌊(time + 2·padding − window) / stride⌋ + 1.

        **Source** LeCun et al., 1998; ONNX `AveragePool` with `count_include_pad`.
        """)
public record AveragePool1d(
        @Help("Length of the window.") @Int(min = 1, max = 63, soft = 4, unit = "steps") int window,
        @Help("How far the window moves.") @Int(min = 1, max = 63, soft = 4, unit = "steps") int stride,
        @Help("Steps of zeros added on every side; they count in the average. At most half the window.") @Int(min = 0, max = 31, soft = 2, unit = "steps") int padding)
        implements
            Pooling {

    public AveragePool1d() {
        this(2, 2, 0);
    }

    @Override
    public Kind kind() {
        return Kind.AVERAGE;
    }

    @Override
    public Space space() {
        return Space.LINE;
    }
}
