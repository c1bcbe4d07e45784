package org.lamina.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import org.lamina.app.BlockShelf;
import org.lamina.app.LayerSearch;
import org.lamina.app.Settings;
import org.lamina.spec.Family;
import org.lamina.spec.Layer;
import org.lamina.ui.Entering;
import org.lamina.ui.Scroll;

/// All layers by family under a search field. Enter in the field adds the best match; the arrow keys walk the entries. A
/// family opens and closes by its heading, and stays so from one start to the next.
public final class PaletteView extends VBox {

    private static final String CLOSED = "palette.closed";

    private final ObservableList<Layer> layers;
    private final BlockShelf shelf;
    private final Supplier<LayerTarget> target;
    private final Settings settings;
    private final TextField search = TextFields.createClearableTextField();
    private final VBox entries = new VBox();
    private List<PaletteEntry> shown = List.of();

    /// @param target the canvas that layers go to now
    /// @param shelf the blocks that can be taken off
    public PaletteView(ObservableList<Layer> layers, Supplier<LayerTarget> target, Settings settings,
            BlockShelf shelf) {
        this.layers = layers;
        this.shelf = shelf;
        this.target = target;
        this.settings = settings;
        setId("palette");
        getStyleClass().add("palette");
        search.setId("palette-search");
        search.setPromptText("Search layers");
        search.textProperty().addListener((_, _, _) -> fill());
        search.setOnAction(_ -> shown.stream().findFirst().ifPresent(e -> target.get().append(e.layer())));
        entries.getStyleClass().add("palette-entries");
        Scroll scroll = new Scroll(entries);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(search, scroll);
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        layers.addListener((ListChangeListener<Layer>) _ -> fill());
        Entering.soon(() -> {
            fill();
            Entering.slowly(entries);
        });
    }

    /// Puts the cursor into the search field.
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void fill() {
        boolean searching = !search.getText().isBlank();
        List<Layer> found = LayerSearch.find(layers, search.getText());
        shown = found.stream().map(l -> new PaletteEntry(l, target, shelf)).toList();
        entries.getChildren().setAll(searching ? shown : grouped());
        if (shown.isEmpty())
            entries.getChildren().setAll(nothing());
    }

    private List<FamilyPane> grouped() {
        List<String> closed = settings.texts(CLOSED);
        return Stream.of(Family.values()).map(family -> {
            List<PaletteEntry> members = shown.stream().filter(e -> e.layer().card().family() == family)
                    .sorted(Comparator.comparing(e -> e.layer().role())).toList();
            return new FamilyPane(family, members, !closed.contains(family.name()), this::remember);
        }).filter(pane -> !pane.entries().isEmpty()).toList();
    }

    private void remember(Family family, boolean open) {
        List<String> closed = new ArrayList<>(settings.texts(CLOSED));
        closed.remove(family.name());
        if (!open)
            closed.add(family.name());
        settings.set(CLOSED, closed);
    }

    private static Label nothing() {
        Label label = new Label("No layer is called so. Try a part of its name, such as conv or pool.");
        label.setWrapText(true);
        label.getStyleClass().add("palette-nothing");
        return label;
    }

    private void walk(KeyEvent e) {
        int step = e.getCode() == KeyCode.DOWN ? 1 : e.getCode() == KeyCode.UP ? -1 : 0;
        List<? extends Node> stops = stops();
        if (step == 0 || stops.isEmpty())
            return;
        int at = focused(stops) + step;
        if (at < 0)
            search.requestFocus();
        else
            stops.get(Math.min(at, stops.size() - 1)).requestFocus();
        e.consume();
    }

    /// What the arrow keys stop at: headings, and the entries of families that are open.
    private List<? extends Node> stops() {
        return search.getText().isBlank()
                ? entries.getChildren().stream()
                        .flatMap(c -> c instanceof FamilyPane pane ? pane.stops() : Stream.empty()).toList()
                : shown;
    }

    /// Index of the stop with the focus; −1 where the search field has it.
    private static int focused(List<? extends Node> stops) {
        for (int i = 0; i < stops.size(); i++)
            if (stops.get(i).isFocused())
                return i;
        return -1;
    }
}
