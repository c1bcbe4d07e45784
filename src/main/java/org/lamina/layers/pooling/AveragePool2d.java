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
@Card(id = "average-pool-2d", title = "Average pool 2D", family = Family.POOLING, keywords = {"downsample", "subsample",
        "mean"})
@Help("""
        Replaces each window by its average: a smaller, smoother picture.

        **Shape** channels×H×W → channels×H'×W', H' = ⌊(H + 2·padding − window) / stride⌋ + 1.

        **Source** LeCun et al., 1998; ONNX `AveragePool` with `count_include_pad`.
        """)
public record AveragePool2d(
        @Help("Side of the square window.") @Int(min = 1, max = 63, soft = 4, unit = "px") int window,
        @Help("How far the window moves.") @Int(min = 1, max = 63, soft = 4, unit = "px") int stride,
        @Help("Rows and columns of zeros added on every side; they count in the average. At most half the window.") @Int(min = 0, max = 31, soft = 2, unit = "px") int padding)
        implements
            Pooling {

    public AveragePool2d() {
        this(2, 2, 0);
    }

    @Override
    public Kind kind() {
        return Kind.AVERAGE;
    }

    @Override
    public Space space() {
        return Space.PLANE;
    }
}
