package org.lamina.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamina.tensor.Shape;

/// The answer of a shape rule.
public sealed interface Inferred {

    /// The layer fits and gives this shape.
    record Known(Shape shape) implements Inferred {}

    /// The layer does not fit.
    ///
    /// @param message what was needed, what came and what to do
    /// @param parameter the parameter at fault, if one is
    record Refused(String message, @Nullable String parameter, List<Remedy> remedies) implements Inferred {
        public Refused {
            remedies = List.copyOf(remedies);
        }
    }

    /// Something before this layer is not known yet.
    record Waiting() implements Inferred {}

    Inferred WAITING = new Waiting();

    static Inferred known(Shape shape) {
        return new Known(shape);
    }

    static Inferred refused(String message, Remedy... remedies) {
        return new Refused(message, null, List.of(remedies));
    }

    static Inferred refusedFor(String parameter, String message, Remedy... remedies) {
        return new Refused(message, parameter, List.of(remedies));
    }
}
