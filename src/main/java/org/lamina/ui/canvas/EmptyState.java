package org.lamina.ui.canvas;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a canvas without layers says.
final class EmptyState extends VBox {

    EmptyState() {
        super(8);
        setId("empty-canvas");
        getStyleClass().add("empty-state");
        setMouseTransparent(true);
        Label title = new Label("An empty network", new FontIcon(Feather.SHARE_2));
        title.getStyleClass().add("empty-title");
        Label how = new Label("""
                Drag an Input from the palette onto this canvas, then layer after layer, and end with an Output.
                Double-click here, or press Space, to search for a layer. Pull a wire out of a layer to go on from it.
                Or open a sample from the start page.""");
        how.getStyleClass().add("empty-how");
        getChildren().addAll(title, how);
    }
}
