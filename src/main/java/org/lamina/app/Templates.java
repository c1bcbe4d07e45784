package org.lamina.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.lamina.data.DataSource;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.project.Layout;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Params;
import org.lamina.template.Template;

/// The architectures that a new project can begin with. They are drawn in the background, when first asked for.
public final class Templates {
    /// Room that a node takes with its maps.
    private static final double HEIGHT = NodeBox.HEIGHT + 76;

    private final Surroundings around;
    private final BiConsumer<Document, String> show;
    private final ObservableList<TemplateCard> cards = FXCollections.observableArrayList();
    /// Kept, as a view that nobody keeps hears of changes only until the next garbage collection.
    private final ObservableList<TemplateCard> shownCards = FXCollections.unmodifiableObservableList(cards);
    private boolean asked;

    /// @param show opens a document under a name
    Templates(Surroundings around, BiConsumer<Document, String> show) {
        this.around = around;
        this.show = show;
    }

    /// All of them, by title; comes one after the other.
    public ObservableList<TemplateCard> all() {
        if (!asked)
            around.background().execute(() -> Template.all().entries().forEach(t -> {
                TemplateCard card = card(t);
                around.window().execute(() -> cards.add(card));
            }));
        asked = true;
        return shownCards;
    }

    /// What they are for, in the order of the gallery.
    public static List<String> kinds() {
        return Stream.of(Template.Kind.values()).map(Template.Kind::title).toList();
    }

    /// Those that a search finds.
    ///
    /// @param kind only these; null for all
    public List<TemplateCard> find(String text, @Nullable String kind) {
        String[] words = text.toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
        return cards.stream().filter(c -> kind == null || kind.equals(c.kind())).filter(c -> c.matches(words)).toList();
    }

    /// Begins a project with a network that learns on the spot.
    public void open(TemplateCard card) {
        begin(card.title(), () -> Template.all().get(card.id()).project());
    }

    /// Begins a project with the network in its published size, to be given data.
    public void openPublished(TemplateCard card) {
        begin(card.title(), () -> published(Template.all().get(card.id())));
    }

    private void begin(String title, Supplier<Project> drawn) {
        around.background().execute(() -> {
            Project project = drawn.get();
            Project placed = project.with(new Layout(AutoLayout.places(project.graph(), _ -> HEIGHT)));
            around.window().execute(() -> show.accept(new Document(placed), title));
        });
    }

    private static Project published(Template template) {
        Template.Published published = template.published().orElseThrow();
        List<String> notes = new ArrayList<>(List.of(published.name(), "",
                "The structure as it was published (" + template.paper()
                        + "). Choose data of your own in the inspector.",
                "", template.help().strip()));
        Task task = template.project().plan().task();
        return new Project(String.join("\n", notes), published.graph(), Layout.EMPTY,
                Catalogue.of(DataSource.class).get(published.data()),
                Params.with(new Plan(), "task", published.data().equals("text") ? Task.NEXT_TOKEN : task));
    }

    private static TemplateCard card(Template template) {
        Graph graph = template.project().graph();
        return new TemplateCard(template.card().id(), template.card().title(), template.kind().title(),
                template.paper(), template.help().strip(), List.of(template.card().keywords()), graph,
                parameters(graph),
                template.published().map(p -> new TemplateCard.Published(p.name(), parameters(p.graph())))
                        .orElse(null));
    }

    private static long parameters(Graph graph) {
        return Inference.of(graph, null).total().parameters();
    }
}
