package org.lamina.ui.inspector;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Values;
import org.lamina.spec.Param;
import org.lamina.tensor.Shape;
import org.lamina.ui.Field;

/// A line of text that commits on Enter or when focus leaves, and reverts on Esc.
final class TextEditor implements Editor {

    private final TextField field = new Field();
    private String shown = "";

    TextEditor(Param param, Row row) {
        field.setPromptText(param.type() == Shape.class ? "such as 1×28×28" : "");
        field.setMaxWidth(Double.MAX_VALUE);
        field.setOnAction(_ -> commit(row));
        field.focusedProperty().subscribe((_, focused) -> {
            if (!focused)
                commit(row);
        });
        field.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                row.revert();
                key.consume();
            }
        });
    }

    private void commit(Row row) {
        if (!field.getText().equals(shown))
            row.commit(field.getText());
    }

    TextField field() {
        return field;
    }

    @Override
    public Node node() {
        return field;
    }

    @Override
    public void show(@Nullable Object value) {
        shown = value == null ? "" : Values.text(value);
        if (value == null)
            field.setPromptText("several values");
        if (!field.getText().equals(shown)) {
            field.setText(shown);
            field.end();
        }
    }
}
