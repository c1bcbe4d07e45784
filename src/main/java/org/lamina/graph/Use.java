package org.lamina.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.lamina.spec.Card;
import org.lamina.spec.Cards;
import org.lamina.spec.Family;
import org.lamina.spec.Inferred;
import org.lamina.spec.Param;
import org.lamina.spec.Params;
import org.lamina.spec.Ports;
import org.lamina.spec.Role;
import org.lamina.spec.Structure;
import org.lamina.tensor.Shape;

/// A block as a layer of a network. Before anything is inferred or computed, [Graph#expanded] puts its content in its
/// place. Immutable.
public final class Use implements Structure {
    /// Written to files for the kind of layer.
    public static final String ID = "block";
    /// The parameter that says how often the content comes, one after the other.
    public static final String REPEAT = "repeat";
    private static final int MOST_REPEATS = 1000;

    private static final Param REPEATS = new Param(REPEAT, int.class,
            "How often the block comes, each feeding the next, with weights of their own.", "times", 1, MOST_REPEATS,
            12, false, null, 1, List.of());

    private final Definition definition;
    private final SequencedMap<String, Object> values;
    private final int repeat;
    private @Nullable Graph inside;
    private @Nullable List<Param> params;

    public Use(Definition definition) {
        this(definition, Map.of(), 1);
    }

    private Use(Definition definition, Map<String, Object> values, int repeat) {
        this.definition = definition;
        SequencedMap<String, Object> ordered = new LinkedHashMap<>();
        for (Exposed each : definition.exposed())
            if (values.containsKey(each.name()))
                ordered.put(each.name(), Objects.requireNonNull(values.get(each.name())));
        this.values = Collections.unmodifiableSequencedMap(ordered);
        this.repeat = repeat;
    }

    public Definition definition() {
        return definition;
    }

    /// What this use sets itself, by parameter: how often it is repeated, and what differs from the definition.
    public Map<String, Object> own() {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put(REPEAT, repeat);
        own.putAll(values);
        return own;
    }

    public int repeat() {
        return repeat;
    }

    /// The content with the values of this use.
    public Graph inside() {
        Graph known = inside;
        if (known == null) {
            known = definition.graph();
            for (Exposed each : definition.exposed())
                if (values.containsKey(each.name()))
                    known = each.set(known, Objects.requireNonNull(values.get(each.name())));
            inside = known;
        }
        return known;
    }

    /// The same after its inside was edited. Another value of an exposed parameter is this use's own; all else changes
    /// the definition.
    Use edited(Graph changed) {
        SequencedMap<String, Object> own = new LinkedHashMap<>(values);
        Graph shared = changed;
        for (Exposed each : definition.exposed()) {
            Optional<Exposed> left = each.in(changed);
            if (left.isEmpty())
                continue;
            Object before = value(each.name());
            left.get().targets().stream().map(t -> t.value(changed)).filter(v -> !v.equals(before)).findFirst()
                    .ifPresent(v -> own.put(each.name(), v));
            shared = left.get().set(shared, each.value(definition.graph()));
        }
        return new Use(definition.with(shared.equals(definition.graph()) ? definition.graph() : shared), own, repeat);
    }

    /// A use of another definition, with the values that it has a place for.
    public Use with(Definition changed) {
        if (changed == definition)
            return this;
        SequencedMap<String, Object> kept = new LinkedHashMap<>(values);
        kept.keySet().removeIf(name -> !Objects.equals(type(definition, name), type(changed, name)));
        return new Use(changed, kept, repeat);
    }

    private static @Nullable Class<?> type(Definition definition, String parameter) {
        return definition.exposed().stream().filter(e -> e.name().equals(parameter)).findFirst()
                .<Class<?>>map(e -> e.param(definition.graph()).type()).orElse(null);
    }

    /// The same with the blocks inside it, or itself, replaced by those of the same names.
    Use redefined(Map<String, Definition> now) {
        Definition next = now.get(definition.name());
        if (next == null) {
            next = definition.redefined(now);
            now.put(definition.name(), next);
        }
        return with(next);
    }

    @Override
    public List<Param> params() {
        List<Param> known = params;
        if (known == null) {
            List<Param> all = new ArrayList<>(List.of(REPEATS));
            definition.exposed().forEach(e -> all.add(e.param(definition.graph())));
            known = List.copyOf(all);
            params = known;
        }
        return known;
    }

    @Override
    public Object value(String parameter) {
        if (parameter.equals(REPEAT))
            return repeat;
        Object own = values.get(parameter);
        return own != null ? own
                : definition.exposed().stream().filter(e -> e.name().equals(parameter)).findFirst()
                        .map(e -> e.value(definition.graph())).orElseThrow(() -> new IllegalArgumentException(
                                definition.name() + " has no parameter " + parameter));
    }

    @Override
    public Use with(Map<String, Object> changes) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.putAll(changes);
        Object times = changed.remove(REPEAT);
        return new Use(definition, changed, times == null ? repeat : (int) times);
    }

    @Override
    public Ports ports() {
        int inputs = definition.inputs().size();
        return new Ports(inputs, inputs);
    }

    /// Asked only where it cannot be expanded: it says why.
    @Override
    public Inferred infer(List<Shape> inputs) {
        return obstacle().orElseGet(() -> Inferred.refusedFor(REPEAT,
                "needs a network of at most %,d layers, with its content there are more: repeat blocks less often"
                        .formatted(Expansion.MOST)));
    }

    /// Why it cannot be expanded, whatever stands around it.
    Optional<Inferred> obstacle() {
        if (definition.output().isEmpty())
            return Optional.of(Inferred.refused("needs exactly one Block output inside: open it and " + (definition
                    .graph().with(Role.SINK).isEmpty() ? "add one" : "remove all but one")));
        if (repeat > 1 && definition.inputs().size() != 1)
            return Optional.of(Inferred.refusedFor(REPEAT,
                    "needs one input to be repeated, as each repetition feeds the next, it has %d: set repeat to 1"
                            .formatted(definition.inputs().size())));
        return Params.violations(this).entrySet().stream().findFirst()
                .map(v -> Inferred.refusedFor(v.getKey(), v.getValue()));
    }

    @Override
    public Card card() {
        return Cards.card(ID, definition.name(), Family.BLOCK);
    }

    @Override
    public String help() {
        return definition.help();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Use that && repeat == that.repeat && values.equals(that.values)
                && definition.equals(that.definition));
    }

    @Override
    public int hashCode() {
        return Objects.hash(definition.name(), values, repeat);
    }

    @Override
    public String toString() {
        return "Use[" + definition.name() + " " + values + " ×" + repeat + "]";
    }
}
