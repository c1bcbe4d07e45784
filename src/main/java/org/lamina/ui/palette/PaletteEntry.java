package org.lamina.ui.palette;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.BlockShelf;
import org.lamina.graph.Use;
import org.lamina.spec.Layer;
import org.lamina.ui.LazyTip;

/// One layer of the palette: dragged with the mouse, or added by double-click or Enter.
final class PaletteEntry extends HBox {

    private static final double THRESHOLD = 4;

    private final Layer layer;
    private final Supplier<LayerTarget> target;
    private final BlockShelf shelf;
    private double pressedX;
    private double pressedY;
    private LayerTarget.@Nullable Carried carried;

    PaletteEntry(Layer layer, Supplier<LayerTarget> target, BlockShelf shelf) {
        super(8, FamilyLook.icon(layer.card().family()), title(layer));
        this.layer = layer;
        this.target = target;
        this.shelf = shelf;
        setId(id(layer));
        getStyleClass().addAll("palette-entry", FamilyLook.styleClass(layer.card().family()));
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setCursor(Cursor.OPEN_HAND);
        setAccessibleText("Add " + layer.card().title());
        LazyTip.install(this, this::help);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::key);
        setOnContextMenuRequested(this::menu);
    }

    /// `palette-conv-2d`; blocks share a kind and go by their names: `palette-block-residual-block`.
    private static String id(Layer layer) {
        String kind = "palette-" + layer.card().id();
        return layer instanceof Use
                ? kind + "-" + layer.card().title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                : kind;
    }

    /// Of a block that the person keeps.
    private void menu(ContextMenuEvent e) {
        if (!shelf.isOwn(layer))
            return;
        MenuItem delete = new MenuItem("Delete from palette");
        delete.setId("delete-block");
        delete.setOnAction(_ -> shelf.remove(layer));
        new ContextMenu(delete).show(this, e.getScreenX(), e.getScreenY());
        e.consume();
    }

    private static Label title(Layer layer) {
        Label title = new Label(layer.card().title());
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        return title;
    }

    Layer layer() {
        return layer;
    }

    private String help() {
        return layer.help().replace("**", "").replace("`", "").replaceAll("(?<!\n)\n(?!\n)", " ");
    }

    private void press(MouseEvent e) {
        requestFocus();
        pressedX = e.getSceneX();
        pressedY = e.getSceneY();
        e.consume();
    }

    private void drag(MouseEvent e) {
        if (carried == null && e.isPrimaryButtonDown()
                && Math.hypot(e.getSceneX() - pressedX, e.getSceneY() - pressedY) > THRESHOLD)
            carried = target.get().carry(layer);
        if (carried != null)
            carried.to(e.getSceneX(), e.getSceneY());
        e.consume();
    }

    private void release(MouseEvent e) {
        LayerTarget.Carried dropped = carried;
        carried = null;
        if (dropped != null)
            dropped.drop(e.getSceneX(), e.getSceneY());
        e.consume();
    }

    private void click(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2 && e.isStillSincePress())
            target.get().append(layer);
        e.consume();
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER) {
            target.get().append(layer);
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && carried != null) {
            carried.abort();
            carried = null;
            e.consume();
        } else if (e.getCode() == KeyCode.DELETE && shelf.isOwn(layer)) {
            shelf.remove(layer);
            e.consume();
        }
    }
}
