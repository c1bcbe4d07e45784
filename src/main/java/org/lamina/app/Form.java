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
import org.lamina.spec.Param;
import org.lamina.spec.Params;

/// One or more records of a project whose parameters a person edits together: layers of one kind, the training plan, the
/// data source or its augmentation. Every change is one labelled undo step.
public final class Form {

    private final Document document;
    private final Class<?> type;
    private final List<NodeId> nodes;
    private final Function<Project, List<?>> read;
    private final BiFunction<Project, Map<String, ?>, Project> write;
    private Document.@Nullable Gesture gesture;

    private Form(Document document, Class<?> type, List<NodeId> nodes, Function<Project, List<?>> read,
            BiFunction<Project, Map<String, ?>, Project> write) {
        this.document = document;
        this.type = type;
        this.nodes = nodes;
        this.read = read;
        this.write = write;
    }

    /// The parameters of layers of one kind.
    public static Form layers(Document document, List<NodeId> nodes) {
        Class<?> type = document.project().graph().node(nodes.getFirst()).orElseThrow().layer().getClass();
        return new Form(document, type, List.copyOf(nodes),
                p -> nodes.stream().flatMap(n -> p.graph().node(n).stream()).map(Node::layer).toList(),
                (p, changes) -> p.with(p.graph().apply(nodes.stream().flatMap(n -> changes.entrySet().stream()
                        .map(c -> new Edit.SetParameter(n, c.getKey(), c.getValue()))).toList())));
    }

    public static Form plan(Document document) {
        return new Form(document, document.project().plan().getClass(), List.of(), p -> List.of(p.plan()),
                (p, changes) -> p.with(Params.with(p.plan(), changes)));
    }

    /// The parameters of the data source chosen now.
    public static Form data(Document document) {
        return new Form(document, document.project().data().getClass(), List.of(), p -> List.of(p.data()),
                (p, changes) -> p.with(Params.with(p.data(), changes)));
    }

    public static Form augmentation(Document document) {
        return new Form(document, Augmentation.class, List.of(), p -> List.of(p.augmentation()),
                (p, changes) -> p.with(Params.with(p.augmentation(), changes)));
    }

    public List<Param> params() {
        return Params.of(type);
    }

    /// Help of the kind of record as a whole, in the small Markdown.
    public String help() {
        return Cards.help(type);
    }

    /// Whether the records are still there, of the same kind.
    public boolean isCurrent() {
        List<?> owners = read.apply(document.project());
        return !owners.isEmpty() && owners.stream().allMatch(type::isInstance);
    }

    /// The value that all records share; empty where they differ.
    public Optional<Object> value(Param param) {
        List<Object> values = read.apply(document.project()).stream().map(o -> Params.get(o, param.name())).distinct()
                .toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /// What is wrong with the value in force: outside its range, or refused by the shape rule.
    public Optional<String> problem(Param param) {
        return read.apply(document.project()).stream()
                .flatMap(o -> Optional.ofNullable(Params.violations(o).get(param.name())).stream()).findFirst()
                .or(() -> nodes.stream().flatMap(n -> document.inference().problems(n).stream())
                        .filter(p -> param.name().equals(p.parameter())).map(p -> p.message()).findFirst());
    }

    /// Gives all records a value, or what its text says.
    ///
    /// @throws IllegalArgumentException with a message for people; nothing is changed then
    public void commit(Param param, Object typed) {
        Object value = accepted(param, typed);
        revert();
        document.edit("Set " + lower(param.title()) + " to " + Values.text(value), p -> changed(p, param, value));
    }

    /// Shows a value while a slider moves; [#commit] or [#revert] ends it.
    public void preview(Param param, Object value) {
        Object accepted = accepted(param, value);
        Document.Gesture shown = gesture == null ? document.begin("Set " + lower(param.title())) : gesture;
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
        return Subscription.combine(document.projectProperty().subscribe(_ -> changed.run()),
                document.inferenceProperty().subscribe(_ -> changed.run()));
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
