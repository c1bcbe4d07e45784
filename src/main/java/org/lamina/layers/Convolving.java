package org.lamina.layers;

import org.lamina.spec.Explaining;
import org.lamina.spec.Numbers;
import org.lamina.spec.Working;
import org.lamina.tensor.Shape;

/// A layer that is one [Convolution].
public interface Convolving extends Filtering, Explaining {

    @Override
    Convolution over(Shape in);

    @Override
    default Working working(Numbers numbers) {
        return over(numbers.shapes().getFirst()).working(numbers, output(numbers.shapes()));
    }
}
