package org.lamina.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lamina.spec.Role;

/// A network of two sides that are trained against each other: a generator, which leads to the first input of the
/// [layer][org.lamina.spec.Layer#isContest] where generated and real samples meet, and a discriminator, which is
/// everything else.
///
/// @param meeting where they meet
/// @param generated the generator's last node
/// @param real the node that hands on real samples
/// @param generator all nodes of the generator
/// @param reality all nodes that real samples come through before
public record Contest(NodeId meeting, NodeId generated, NodeId real, Set<NodeId> generator, Set<NodeId> reality) {

    /// The contest of a network; empty where it has none whose inputs are wired.
    public static Optional<Contest> of(Graph graph) {
        for (NodeId meeting : meetings(graph)) {
            List<Optional<NodeId>> sources = graph.sources(meeting);
            if (sources.size() == 2 && sources.getFirst().isPresent())
                return Optional.of(of(graph, meeting, sources.getFirst().get(), sources.getLast().orElseThrow()));
        }
        return Optional.empty();
    }

    private static Contest of(Graph graph, NodeId meeting, NodeId generated, NodeId real) {
        return new Contest(meeting, generated, real, graph.upstream(Set.of(generated)), graph.upstream(Set.of(real)));
    }

    static List<NodeId> meetings(Graph graph) {
        return graph.nodes().stream().filter(n -> n.layer().isContest()).map(Node::id).toList();
    }

    /// What keeps the two sides from being trained, in words; empty where nothing does.
    Optional<String> refusal(Graph graph) {
        if (!begins(graph, generated, Role.NOISE))
            return Optional.of("needs generated samples at its first input, got what depends on no noise: begin the "
                    + "generator with a Noise input");
        if (!begins(graph, real, Role.SOURCE))
            return Optional
                    .of("needs real samples at its second input, got what depends on none: wire the Input to it");
        if (graph.downstream(Set.of(meeting)).stream().noneMatch(id -> has(graph, id, Role.SINK)))
            return Optional.of("needs a discriminator after it that ends in the Output: wire it on");
        return Optional.empty();
    }

    private static boolean begins(Graph graph, NodeId node, Role role) {
        return graph.upstream(Set.of(node)).stream().anyMatch(id -> has(graph, id, role));
    }

    private static boolean has(Graph graph, NodeId id, Role role) {
        return graph.node(id).filter(n -> n.layer().role() == role).isPresent();
    }
}
