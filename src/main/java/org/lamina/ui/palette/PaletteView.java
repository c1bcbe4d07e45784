package org.lamina.ui.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.lamina.app.LayerSearch;
import org.lamina.spec.Family;
import org.lamina.spec.Layer;

/// All layers by family under a search field. Enter in the field adds the best match; the arrow keys walk the entries.
public final class PaletteView extends VBox {

    private final List<Layer> layers;
    private final Supplier<LayerTarget> target;
    private final TextField search = new TextField();
    private final VBox entries = new VBox();
    private List<PaletteEntry> shown = List.of();

    /// @param target the canvas that layers go to now
    public PaletteView(List<Layer> layers, Supplier<LayerTarget> target) {
        this.layers = layers;
        this.target = target;
        setId("palette");
        getStyleClass().add("palette");
        search.setId("palette-search");
        search.setPromptText("Search layers");
        search.textProperty().addListener((_, _, _) -> fill());
        search.setOnAction(_ -> shown.stream().findFirst().ifPresent(e -> target.get().append(e.layer())));
        entries.getStyleClass().add("palette-entries");
        ScrollPane scroll = new ScrollPane(entries);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(search, scroll);
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        fill();
    }

    /// Puts the cursor into the search field.
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void fill() {
        boolean searching = !search.getText().isBlank();
        List<Layer> found = LayerSearch.find(layers, search.getText());
        shown = found.stream().map(l -> new PaletteEntry(l, target)).toList();
        entries.getChildren().setAll(searching ? shown : grouped());
        if (shown.isEmpty())
            entries.getChildren().setAll(nothing());
    }

    private List<Node> grouped() {
        VBox all = new VBox();
        for (Family family : Family.values()) {
            List<PaletteEntry> members = shown.stream().filter(e -> e.layer().card().family() == family)
                    .sorted(Comparator.comparing(e -> e.layer().role())).toList();
            if (!members.isEmpty()) {
                all.getChildren().add(heading(family));
                all.getChildren().addAll(members);
            }
        }
        return List.copyOf(all.getChildren());
    }

    private static Label heading(Family family) {
        Label heading = new Label(family.title());
        heading.setId("family-" + family.name().toLowerCase(Locale.ROOT));
        heading.getStyleClass().add("palette-heading");
        return heading;
    }

    private static Label nothing() {
        Label label = new Label("No layer is called so. Try a part of its name, such as conv or pool.");
        label.setWrapText(true);
        label.getStyleClass().add("palette-nothing");
        return label;
    }

    private void walk(KeyEvent e) {
        int step = e.getCode() == KeyCode.DOWN ? 1 : e.getCode() == KeyCode.UP ? -1 : 0;
        if (step == 0 || shown.isEmpty())
            return;
        int at = focused() + step;
        if (at < 0)
            search.requestFocus();
        else
            shown.get(Math.min(at, shown.size() - 1)).requestFocus();
        e.consume();
    }

    /// Index of the entry with the focus; −1 where the search field has it.
    private int focused() {
        for (int i = 0; i < shown.size(); i++)
            if (shown.get(i).isFocused())
                return i;
        return -1;
    }
}
