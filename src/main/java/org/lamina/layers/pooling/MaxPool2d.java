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
@Card(id = "max-pool-2d", title = "Max pool 2D", family = Family.POOLING, keywords = {"downsample", "subsample"})
@Help("""
        Keeps the largest number of each window, so that a pattern counts wherever in the window it was seen.

        **Shape** channels×H×W → channels×H'×W', H' = ⌊(H + 2·padding − window) / stride⌋ + 1.

        **Source** Riesenhuber and Poggio, 1999; ONNX `MaxPool`.
        """)
public record MaxPool2d(
        @Help("Side of the square window.") @Int(min = 1, max = 63, soft = 4, unit = "px") int window,
        @Help("How far the window moves.") @Int(min = 1, max = 63, soft = 4, unit = "px") int stride,
        @Help("Rows and columns added on every side; they never win. At most half the window.") @Int(min = 0, max = 31, soft = 2, unit = "px") int padding)
        implements
            Pooling {

    public MaxPool2d() {
        this(2, 2, 0);
    }

    @Override
    public Kind kind() {
        return Kind.MAX;
    }

    @Override
    public Space space() {
        return Space.PLANE;
    }
}
