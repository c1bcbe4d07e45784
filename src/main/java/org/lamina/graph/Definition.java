package org.lamina.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lamina.spec.Param;

/// What a block is, whereever it is used: a network with [BlockInput]s and a [BlockOutput]. Within a project there is
/// one definition of a name.
///
/// @param help what it does, in the small Markdown
public record Definition(String name, String help, Graph graph, List<Exposed> exposed) {
    /// Names that keep a short form in the palette, on nodes and in files.
    public static final int LONGEST_NAME = 64;

    /// @throws IllegalArgumentException with a message for people, where there can be no such block
    public Definition {
        exposed = List.copyOf(exposed);
        requireName(name);
        Nesting.require(name, graph);
        Set<String> taken = new HashSet<>(Set.of(Use.REPEAT));
        for (Exposed each : exposed)
            requireParameter(name, graph, each, taken);
    }

    private static void requireName(String name) {
        if (name.isBlank() || !name.equals(name.strip()) || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("the name of a block is 1 to %d letters, got '%s'".formatted(
                    LONGEST_NAME, name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name));
    }

    private static void requireParameter(String name, Graph graph, Exposed each, Set<String> taken) {
        if (each.name().isBlank() || !taken.add(each.name()))
            throw new IllegalArgumentException(
                    "the block %s needs a name of its own for each parameter, got '%s'".formatted(name, each.name()));
        List<Class<?>> types = each.targets().stream().<Class<?>>map(t -> t.in(graph).map(Param::type).orElseThrow(
                () -> new IllegalArgumentException("the block %s has no layer %s with a parameter %s".formatted(name,
                        t.node(), t.parameter()))))
                .distinct().toList();
        if (types.size() != 1)
            throw new IllegalArgumentException(
                    "the parameter %s of the block %s needs layers whose parameters are of one type".formatted(
                            each.name(), name));
    }

    /// The nodes that take its inputs, by port.
    public List<Node> inputs() {
        return all(BlockInput.class::isInstance);
    }

    /// The node that gives its answer; empty where there is none, or more than one.
    public Optional<Node> output() {
        List<Node> outputs = all(BlockOutput.class::isInstance);
        return outputs.size() == 1 ? Optional.of(outputs.getFirst()) : Optional.empty();
    }

    private List<Node> all(Predicate<Object> kind) {
        return graph.nodes().stream().filter(n -> kind.test(n.layer())).toList();
    }

    /// With another inside; parameters of layers that are gone go too.
    public Definition with(Graph changed) {
        return changed == graph ? this
                : new Definition(name, help, changed, exposed.stream().flatMap(e -> e.in(changed).stream()).toList());
    }

    public Definition with(List<Exposed> changed) {
        return changed.equals(exposed) ? this : new Definition(name, help, graph, changed);
    }

    public Definition withHelp(String changed) {
        return changed.equals(help) ? this : new Definition(name, changed, graph, exposed);
    }

    public Definition named(String changed) {
        return changed.equals(name) ? this : new Definition(changed, help, graph, exposed);
    }

    /// The parameter of the block that sets a layer's.
    public Optional<Exposed> exposing(NodeId node, String parameter) {
        Exposed.Target target = new Exposed.Target(node, parameter);
        return exposed.stream().filter(e -> e.targets().contains(target)).findFirst();
    }

    /// The same with the blocks inside it replaced by those of the same names.
    Definition redefined(Map<String, Definition> now) {
        return with(Nesting.redefine(graph, now));
    }
}
