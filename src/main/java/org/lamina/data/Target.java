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

    /// Names of the classes or values.
    List<String> names();

    /// Numbers that one sample's target takes in a batch.
    default int width() {
        return this instanceof Values ? names().size() : 1;
    }

    /// Shape of a network's answer: a logit per class, or the values.
    default Shape answer() {
        return Shape.vector(names().size());
    }
}
