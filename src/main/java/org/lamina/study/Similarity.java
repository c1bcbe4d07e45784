package org.lamina.study;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;

/// How alike what two layers give for the same validation pictures is, by linear centred kernel alignment: 1 where one is
/// the other turned, mirrored or scaled, near 0 where they have nothing in common. Layers that only hand on numbers, as
/// Flatten does, are left out.
///
/// **Source** Kornblith et al., 2019 (Similarity of neural network representations revisited).
///
/// @param pictures at most
/// @param other folder of another run, whose network is compared with the one in hand; null to compare the layers of the
///     one in hand with each other
public record Similarity(int pictures, @Nullable Path other) implements Question {

    /// Numbers of a layer that are compared at most; of more, maps are averaged over a grid.
    public static final int FEATURES = 1 << 16;

    /// @param rows layers of the network in hand, in its order
    /// @param columns layers of the other
    /// @param values by row and column, 0…1; NaN for a layer that gives the same for all pictures
    public record Found(List<Layer> rows, List<Layer> columns, double[][] values, int pictures) implements Finding {
        public Found {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }
    }

    /// @param name what people read on it
    /// @param numbers that it gives for a picture
    public record Layer(NodeId node, String name, int numbers) {}
}
