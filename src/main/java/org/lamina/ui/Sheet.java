package org.lamina.ui;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A pane over the window that takes the focus until Esc or a click beside it closes it.
final class Sheet {

    private final StackPane over;
    private final StackPane veil = new StackPane();
    private @Nullable Node focusBefore;
    private Runnable closed = () -> {};

    Sheet(StackPane over) {
        this.over = over;
        veil.getStyleClass().add("veil");
        veil.setOnMousePressed(press -> {
            if (press.getTarget() == veil)
                close();
        });
        veil.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE)
                close();
            key.consume();
        });
    }

    void setOnClosed(Runnable work) {
        closed = work;
    }

    void show(Node content) {
        focusBefore = over.getScene().getFocusOwner();
        veil.getChildren().setAll(content);
        over.getChildren().add(veil);
    }

    void close() {
        over.getChildren().remove(veil);
        if (focusBefore != null)
            focusBefore.requestFocus();
        closed.run();
    }
}
