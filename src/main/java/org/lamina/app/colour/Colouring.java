package org.lamina.app.colour;

import java.util.Collection;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.lamina.tensor.Tensor;

/// How the numbers of units become colours, the same in every view.
///
/// @param extent which of them share one scale
/// @param gamma of every scale
/// @param network the scale of all layers; null where one layer is seen alone
public record Colouring(Extent extent, double gamma, @Nullable Scale network) {

    /// The scale of each unit of a layer.
    public IntFunction<Scale> of(Units layer) {
        if (extent == Extent.UNIT)
            return unit -> layer.scale(unit).with(gamma);
        Scale all = (extent == Extent.NETWORK && network != null ? network : layer.scale()).with(gamma);
        return _ -> all;
    }

    /// In a network whose layers are these.
    public Colouring among(Collection<Tensor> layers) {
        return extent != Extent.NETWORK ? this
                : new Colouring(extent, gamma, layers.stream().map(layer -> Scale.of(layer.values())).reduce(Scale::and)
                        .orElse(null));
    }
}
