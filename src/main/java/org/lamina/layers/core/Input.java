package org.lamina.layers.core;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import org.lamina.layers.Fit;
import org.lamina.layers.Python;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "input", title = "Input", family = Family.CORE, keywords = {"source", "data", "samples"})
@Help("""
        Where the samples come in. Its shape is the data set's: `1×28×28` is a grey picture of 28×28 pixels, `3×64×64` a
        colour picture, `2` a point in the plane.

        **Shape** as set.
        """)
public record Input(
        @Help("Shape of one sample: channels×height×width for pictures, time×features for sequences, "
                + "features for rows of numbers.") Shape shape)
        implements
            Source {

    public Input() {
        this(Shape.image(1, 28, 28));
    }

    @Override
    public Optional<Layer> giving(Shape wanted) {
        return wanted.isTokens() ? Optional.empty() : Optional.of(new Input(wanted));
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return shape.elements() <= Fit.LIMIT ? Inferred.known(shape)
                : Inferred.refusedFor("shape", "needs at most %,d numbers per sample, got %s: choose smaller sizes"
                        .formatted(Fit.LIMIT, shape));
    }

    /// Without the batch axis; channels last, as Keras holds pictures.
    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Input(shape=%s)".formatted(Python.channelsLast(shape));
    }
}
