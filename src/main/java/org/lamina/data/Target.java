package org.lamina.data;

import java.util.List;
import org.lamina.tensor.Shape;

/// What is to be predicted for a sample.
public sealed interface Target {

    /// One of several classes. In batches a class is its index as a float.
    record Classes(List<String> names) implements Target {
        public Classes {
            names = List.copyOf(names);
        }
    }

    /// Real numbers.
    record Values(List<String> names) implements Target {
        public Values {
            names = List.copyOf(names);
        }
    }

    /// The token that follows at each time step of the sample, as its place in the vocabulary.
    ///
    /// @param names the vocabulary
    record Tokens(List<String> names, int time) implements Target {
        public Tokens {
            names = List.copyOf(names);
        }
    }

    /// Names of the classes, values or tokens.
    List<String> names();

    /// Numbers that one sample's target takes in a batch.
    default int width() {
        return switch (this) {
            case Classes _ -> 1;
            case Values values -> values.names().size();
            case Tokens tokens -> tokens.time();
        };
    }

    /// Shape of a network's answer: a logit per class, or the values, or a logit per token at each time step.
    default Shape answer() {
        return this instanceof Tokens(List<String> vocabulary, int time)
                ? Shape.sequence(time, vocabulary.size())
                : Shape.vector(names().size());
    }
}
