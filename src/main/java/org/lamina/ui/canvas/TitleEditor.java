package org.lamina.ui.canvas;

import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.lamina.ui.Field;

/// Types over a node's title: Enter or leaving takes the text, Esc leaves the title as it was.
final class TitleEditor extends Field {

    private final Consumer<@Nullable String> done;
    private boolean ended;

    TitleEditor(String text, Consumer<@Nullable String> done) {
        super(text);
        this.done = done;
        setId("rename");
        getStyleClass().add("node-rename");
        setPrefColumnCount(6);
        HBox.setHgrow(this, Priority.ALWAYS);
        setOnAction(_ -> end(getText()));
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                end(null);
                e.consume();
            }
        });
        focusedProperty().addListener((_, was, is) -> {
            if (was && !is)
                end(getText());
        });
    }

    void begin() {
        requestFocus();
        selectAll();
    }

    private void end(@Nullable String text) {
        if (ended)
            return;
        ended = true;
        done.accept(text);
    }
}
