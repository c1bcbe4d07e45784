package org.lamina.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lamina.data.Augmentation;
import org.lamina.graph.Edit;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.project.Project;
import org.lamina.spec.Cards;
import org.lamina.spec.Layer;
import org.lamina.spec.Param;
import org.lamina.spec.Params;

/// One or more records of a project whose parameters a person edits together: layers of one kind, the training plan, the
/// data source or its augmentation. Every change is one labelled undo step.
public final class Form {

    /// What records must share to be edited together.
    ///
    /// @param title of the kind of layer; empty for other records
    public record Kind(Class<?> type, String title, List<Param> params) {
        public static Kind of(Object owner) {
            return new Kind(owner.getClass(), owner instanceof Layer layer ? layer.card().title() : "",
                    Params.in(owner));
        }
    }

    private final Drawing drawing;
    private final Kind kind;
    private final List<NodeId> nodes;
    private final Function<Project, List<?>> read;
    private final BiFunction<Project, Map<String, ?>, Project> write;
    private Drawing.@Nullable Gesture gesture;

    private Form(Drawing drawing, Kind kind, List<NodeId> nodes, Function<Project, List<?>> read,
            BiFunction<Project, Map<String, ?>, Project> write) {
        this.drawing = drawing;
        this.kind = kind;
        this.nodes = nodes;
        this.read = read;
        this.write = write;
    }

    /// The parameters of layers of one kind.
    public static Form layers(Drawing drawing, List<NodeId> nodes) {
        Kind kind = Kind.of(drawing.project().graph().node(nodes.getFirst()).orElseThrow().layer());
        return new Form(drawing, kind, List.copyOf(nodes),
                p -> nodes.stream().flatMap(n -> p.graph().node(n).stream()).map(Node::layer).toList(),
                (p, changes) -> p.with(p.graph().apply(nodes.stream().flatMap(n -> changes.entrySet().stream()
                        .map(c -> new Edit.SetParameter(n, c.getKey(), c.getValue()))).toList())));
    }

    public static Form plan(Drawing drawing) {
        return new Form(drawing, Kind.of(drawing.project().plan()), List.of(), p -> List.of(p.plan()),
                (p, changes) -> p.with(Params.with(p.plan(), changes)));
    }

    /// The parameters of the data source chosen now.
    public static Form data(Drawing drawing) {
        return new Form(drawing, Kind.of(drawing.project().data()), List.of(), p -> List.of(p.data()),
                (p, changes) -> p.with(Params.with(p.data(), changes)));
    }

    public static Form augmentation(Drawing drawing) {
        return new Form(drawing, Kind.of(Augmentation.NONE), List.of(), p -> List.of(p.augmentation()),
                (p, changes) -> p.with(Params.with(p.augmentation(), changes)));
    }

    public List<Param> params() {
        return kind.params();
    }

    /// Help of the kind of record as a whole, in the small Markdown.
    public String help() {
        return read.apply(drawing.project()).stream().findFirst()
                .map(o -> o instanceof Layer layer ? layer.help() : Cards.help(o.getClass())).orElse("");
    }

    /// Whether the records are still there, of the same kind.
    public boolean isCurrent() {
        List<?> owners = read.apply(drawing.project());
        return !owners.isEmpty() && owners.stream().allMatch(o -> Kind.of(o).equals(kind));
    }

    /// The value that all records share; empty where they differ.
    public Optional<Object> value(Param param) {
        List<Object> values = read.apply(drawing.project()).stream().map(o -> Params.get(o, param.name())).distinct()
                .toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /// What is wrong with the value in force: outside its range, or refused by the shape rule.
    public Optional<String> problem(Param param) {
        return read.apply(drawing.project()).stream()
                .flatMap(o -> Optional.ofNullable(Params.violations(o).get(param.name())).stream()).findFirst()
                .or(() -> nodes.stream().flatMap(n -> drawing.inference().problems(n).stream())
                        .filter(p -> param.name().equals(p.parameter())).map(p -> p.message()).findFirst());
    }

    /// Gives all records a value, or what its text says.
    ///
    /// @throws IllegalArgumentException with a message for people; nothing is changed then
    public void commit(Param param, Object typed) {
        Object value = accepted(param, typed);
        revert();
        drawing.edit("Set " + lower(param.title()) + " to " + Values.text(value), p -> changed(p, param, value));
    }

    /// Shows a value while a slider moves; [#commit] or [#revert] ends it.
    public void preview(Param param, Object value) {
        Object accepted = accepted(param, value);
        Drawing.Gesture shown = gesture == null ? drawing.begin("Set " + lower(param.title())) : gesture;
        gesture = shown;
        shown.preview(changed(shown.before(), param, accepted));
    }

    /// Takes a preview back.
    public void revert() {
        if (gesture != null)
            gesture.abort();
        gesture = null;
    }

    /// Tells of every change that may show in the form.
    public Subscription subscribe(Runnable changed) {
        return Subscription.combine(drawing.projectProperty().subscribe(_ -> changed.run()),
                drawing.inferenceProperty().subscribe(_ -> changed.run()));
    }

    private Project changed(Project project, Param param, Object value) {
        boolean same = read.apply(project).stream().allMatch(o -> Params.get(o, param.name()).equals(value));
        return same ? project : write.apply(project, Map.of(param.name(), value));
    }

    private static Object accepted(Param param, Object typed) {
        Object value = Params.convert(param, typed);
        String refusal = param.refusal(value);
        if (refusal != null)
            throw new IllegalArgumentException(refusal);
        return value;
    }

    private static String lower(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }
}
