package org.lamina.ui.start;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.Sample;
import org.lamina.app.Studio;
import org.lamina.ui.Entering;
import org.lamina.ui.LazyTip;
import org.lamina.ui.Scroll;
import org.lamina.ui.inspector.Headings;

/// The first page: a new network, samples, recent files.
public final class StartPage extends Scroll {

    private static final double CARD = 300;
    private static final double PICTURE = 110;
    private static final double BODY = 70;

    private final Studio studio;
    private final Consumer<Path> open;
    private boolean left;

    /// @param open opens a project file
    public StartPage(Studio studio, Consumer<Path> open, Runnable create, Runnable template, Runnable choose) {
        this.studio = studio;
        this.open = open;
        setId("start-page");
        getStyleClass().add("start-page");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        VBox content = new VBox(heading(), actions(create, template, choose), recent(), samples());
        content.getStyleClass().add("start-content");
        setContent(content);
    }

    private static Node heading() {
        Label name = new Label("Lamina");
        name.getStyleClass().add("start-name");
        Label lead = new Label("Draw a network, train it on real data, watch it learn.");
        lead.getStyleClass().add("start-lead");
        return new VBox(name, lead);
    }

    private static Node actions(Runnable create, Runnable template, Runnable choose) {
        Button fresh = new Button("New network", new FontIcon(Feather.FILE_PLUS));
        fresh.setId("start-new");
        fresh.getStyleClass().add("accent");
        fresh.setOnAction(_ -> create.run());
        Button known = new Button("New from template…", new FontIcon(Feather.GRID));
        known.setId("start-template");
        known.setOnAction(_ -> template.run());
        Button other = new Button("Open…", new FontIcon(Feather.FOLDER));
        other.setId("start-open");
        other.setOnAction(_ -> choose.run());
        HBox actions = new HBox(fresh, known, other, Headings.muted("or drop a .lamina file anywhere"));
        actions.getStyleClass().add("start-actions");
        actions.setAlignment(Pos.CENTER_LEFT);
        return actions;
    }

    private Node samples() {
        FlowPane cards = new FlowPane();
        cards.getStyleClass().add("sample-cards");
        VBox section = section("Samples", cards);
        follow(studio.samples(), () -> {
            cards.getChildren().setAll(studio.samples().stream().map(this::card).toList());
            Entering.slowly(cards);
            show(section, !studio.samples().isEmpty());
        });
        return section;
    }

    private Button card(Sample sample) {
        Label title = new Label(sample.title());
        title.getStyleClass().add("sample-title");
        Label notes = Headings.muted(firstParagraph(sample.notes()));
        notes.setMinHeight(Region.USE_COMPUTED_SIZE);
        notes.setMaxHeight(36);
        VBox body = new VBox(title, notes);
        body.getStyleClass().add("sample-body");
        Button card = new Button(null, new VBox(new GraphThumbnail(sample.graph(), CARD, PICTURE), body));
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setId("sample-" + sample.title().toLowerCase(Locale.ROOT).replace(' ', '-'));
        card.setAccessibleText(sample.title() + ". " + sample.notes());
        card.getStyleClass().add("sample-card");
        card.setPrefSize(CARD, PICTURE + BODY);
        card.setMaxSize(CARD, PICTURE + BODY);
        card.setOnAction(_ -> studio.openSample(sample));
        return card;
    }

    private static String firstParagraph(String notes) {
        int end = notes.indexOf("\n\n");
        return (end < 0 ? notes : notes.substring(0, end)).replace('\n', ' ');
    }

    private Node recent() {
        VBox rows = new VBox();
        VBox section = section("Recent", rows);
        follow(studio.recent().files(), () -> {
            rows.getChildren().setAll(studio.recent().files().stream().map(this::row).toList());
            Entering.slowly(rows);
            show(section, !studio.recent().files().isEmpty());
        });
        return section;
    }

    private Node row(Path file) {
        Label name = new Label(String.valueOf(file.getFileName()));
        name.getStyleClass().add("recent-name");
        Label folder = Headings.muted(String.valueOf(file.toAbsolutePath().getParent()));
        folder.setWrapText(false);
        HBox line = new HBox(12, new FontIcon(Feather.FILE), name, folder);
        line.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button(null, line);
        row.getStyleClass().add("recent-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText("Open " + file);
        row.setOnAction(_ -> open.accept(file));
        HBox.setHgrow(row, Priority.ALWAYS);
        Button forget = new Button(null, new FontIcon(Feather.X));
        forget.getStyleClass().addAll("flat", "small");
        forget.setAccessibleText("Remove " + file + " from this list");
        LazyTip.install(forget, () -> "Remove from this list; the file stays");
        forget.setOnAction(_ -> studio.recent().forget(file));
        HBox both = new HBox(4, row, forget);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static VBox section(String title, Node content) {
        VBox section = new VBox(Headings.section(title), content);
        section.getStyleClass().add("start-section");
        return section;
    }

    /// Another page is about to take its place.
    public void dispose() {
        left = true;
    }

    /// While it is in a window; what the studio keeps must not keep the page.
    private <T> void follow(ObservableList<T> list, Runnable refresh) {
        ListChangeListener<T> changed = _ -> {
            if (!left)
                refresh.run();
        };
        sceneProperty().subscribe(scene -> {
            list.removeListener(changed);
            if (scene == null)
                return;
            list.addListener(changed);
            refresh.run();
        });
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
