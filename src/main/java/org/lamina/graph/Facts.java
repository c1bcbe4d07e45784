package org.lamina.graph;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamina.spec.Cost;
import org.lamina.spec.Inferred;

/// What is known of an expanded graph.
///
/// @param expected null while the data set is not known yet
/// @param sums what the content of each block costs, by the block
/// @param problems errors first, in the order of the graph
record Facts(Graph graph, @Nullable Expected expected, Map<NodeId, Inferred> answers, Map<NodeId, Cost> costs,
        Map<NodeId, Cost> sums, List<Problem> problems) {

    Inferred at(NodeId node) {
        return answers.getOrDefault(node, Inferred.WAITING);
    }

    Cost cost(NodeId node) {
        return costs.getOrDefault(node, Cost.NONE);
    }

    /// What a layer costs, or a block with all that it holds.
    Cost whole(NodeId node) {
        return cost(node).plus(sums.getOrDefault(node, Cost.NONE));
    }
}
