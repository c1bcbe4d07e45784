package org.lamina.ui.inspector;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.lamina.spec.Param;

/// A field for any number in range, with a slider up to the soft limit. Up and Down step the value.
final class NumberEditor implements Editor {

    private final Param param;
    private final TextEditor text;
    private final Scale scale;
    private final Slider slider;
    private final HBox node;
    private final Editors.Shown shown = new Editors.Shown();

    NumberEditor(Param param, Row row) {
        this.param = param;
        text = new TextEditor(param, row);
        scale = Scale.of(param);
        slider = new Slider(0, 1, 0);
        slider.setFocusTraversable(false);
        slider.setAccessibleText(param.title());
        HBox.setHgrow(slider, Priority.ALWAYS);
        slide(row);
        TextField field = text.field();
        field.setPrefColumnCount(6);
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> step(key, row));
        node = new HBox(field, unit(param), slider);
        node.getStyleClass().add("number-editor");
    }

    private static Label unit(Param param) {
        Label unit = new Label(param.unit());
        unit.getStyleClass().add("unit");
        unit.setManaged(!param.unit().isEmpty());
        unit.setMinWidth(Label.USE_PREF_SIZE);
        return unit;
    }

    private void slide(Row row) {
        slider.valueProperty().subscribe((_, at) -> shown.tell(() -> {
            Object value = scale.value(at.doubleValue());
            if (slider.isValueChanging())
                row.preview(value);
            else
                row.commit(value);
        }));
        slider.valueChangingProperty().subscribe((_, changing) -> {
            if (!changing)
                row.commit(scale.value(slider.getValue()));
        });
    }

    private void step(KeyEvent key, Row row) {
        boolean up = key.getCode() == KeyCode.UP;
        boolean down = key.getCode() == KeyCode.DOWN;
        if (!(up || down) || key.isControlDown() || key.isAltDown())
            return;
        key.consume();
        scale.step(text.field().getText(), up).ifPresent(row::commit);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(@Nullable Object value) {
        text.show(value);
        if (value instanceof Number number && !slider.isValueChanging())
            shown.show(() -> slider.setValue(scale.at(number.doubleValue())));
        slider.setDisable(value == null && param.isNumber() && Double.isNaN(param.soft()));
    }
}
