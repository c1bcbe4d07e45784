package org.lamina.ui.canvas;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.LayerSearch;
import org.lamina.spec.Layer;
import org.lamina.ui.Field;
import org.lamina.ui.palette.FamilyLook;

/// Search at the cursor: type, choose with the arrow keys, Enter adds. Opened from a wire it offers first what the wire
/// fits.
final class SearchPopup extends VBox {
    private static final double WIDTH = 240;
    private static final double HEIGHT = 300;

    private final List<Layer> layers;
    private final TextField search = new Field();
    private final ListView<Layer> found = new ListView<>();
    private Set<Layer> preferred = Set.of();
    private Consumer<Layer> chosen = _ -> {};
    private Runnable closed = () -> {};

    SearchPopup(List<Layer> layers) {
        super(6);
        this.layers = layers;
        setId("search");
        getStyleClass().add("canvas-popup");
        setPrefSize(WIDTH, HEIGHT);
        setVisible(false);
        setManaged(false);
        search.setId("search-field");
        search.setPromptText("Add a layer");
        search.textProperty().addListener((_, _, _) -> fill());
        found.setId("search-list");
        found.setFocusTraversable(false);
        found.setPlaceholder(new Label("No layer is called so"));
        found.setCellFactory(_ -> new Row());
        getChildren().addAll(search, found);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        search.focusedProperty().addListener((_, was, is) -> {
            if (was && !is)
                close();
        });
        addEventHandler(MouseEvent.ANY, Event::consume);
        addEventHandler(ScrollEvent.ANY, Event::consume);
    }

    /// Calls when the popup is gone, to give the focus back.
    void onClosed(Runnable listener) {
        closed = listener;
    }

    boolean isOpen() {
        return isVisible();
    }

    void open(Point2D view, double width, double height, Predicate<Layer> first, Consumer<Layer> then) {
        preferred = layers.stream().filter(first).collect(Collectors.toUnmodifiableSet());
        chosen = then;
        search.clear();
        fill();
        resizeRelocate(Math.max(0, Math.min(view.getX(), width - WIDTH)),
                Math.max(0, Math.min(view.getY(), height - HEIGHT)), WIDTH, HEIGHT);
        setVisible(true);
        toFront();
        search.requestFocus();
    }

    void close() {
        if (!isVisible())
            return;
        setVisible(false);
        closed.run();
    }

    private void fill() {
        found.getItems().setAll(LayerSearch.find(layers, search.getText(), preferred::contains));
        found.getSelectionModel().select(0);
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case ESCAPE -> close();
            case ENTER -> choose(found.getSelectionModel().getSelectedItem());
            case DOWN -> found.getSelectionModel().selectNext();
            case UP -> found.getSelectionModel().selectPrevious();
            default -> {
                return;
            }
        }
        found.scrollTo(found.getSelectionModel().getSelectedIndex());
        e.consume();
    }

    private void choose(@Nullable Layer layer) {
        if (layer == null)
            return;
        close();
        chosen.accept(layer);
    }

    private final class Row extends ListCell<Layer> {
        Row() {
            setOnMousePressed(e -> {
                choose(getItem());
                e.consume();
            });
        }

        @Override
        protected void updateItem(Layer layer, boolean empty) {
            super.updateItem(layer, empty);
            getStyleClass().removeIf(c -> c.startsWith("family-") || c.equals("unfit"));
            setText(empty ? null : layer.card().title());
            setGraphic(empty ? null : FamilyLook.icon(layer.card().family()));
            if (empty)
                return;
            getStyleClass().add(FamilyLook.styleClass(layer.card().family()));
            if (!preferred.contains(layer))
                getStyleClass().add("unfit");
        }
    }
}
