package org.lamina.spec;

import java.util.Map;

/// What would make a refused layer fit, in the layer's own terms; `graph` turns it into edits.
public sealed interface Remedy {

    /// For a button: `Insert Flatten`.
    String label();

    /// Puts a new layer in front of one input.
    ///
    /// @param layer id of the layer to insert
    record Insert(String label, int port, String layer, Map<String, Object> parameters) implements Remedy {
        public Insert {
            parameters = Map.copyOf(parameters);
        }
    }

    /// Gives a parameter of the refused layer another value.
    record Set(String label, String parameter, Object value) implements Remedy {}
}
