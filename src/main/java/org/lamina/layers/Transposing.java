package org.lamina.layers;

import java.util.List;
import org.lamina.tensor.Shape;

/// A layer that is one [Transposed] convolution.
public interface Transposing extends Filtering {

    @Override
    Transposed over(Shape in);

    @Override
    default String keras(List<Shape> inputs) {
        return over(inputs.getFirst()).keras();
    }
}
