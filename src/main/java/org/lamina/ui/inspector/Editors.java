package org.lamina.ui.inspector;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Values;
import org.lamina.spec.Param;
import org.lamina.spec.Words;
import org.lamina.ui.Picker;

/// The editor that fits a parameter's type.
final class Editors {

    private Editors() {}

    static Editor of(Param param, Editor.Row row, Paths paths) {
        if (param.isNumber())
            return new NumberEditor(param, row);
        if (param.type() == boolean.class)
            return toggle(row);
        if (param.type().isEnum())
            return choice(param, row);
        if (param.location() != null)
            return new PathEditor(param, row, paths);
        return new TextEditor(param, row);
    }

    private static Editor toggle(Editor.Row row) {
        ToggleSwitch toggle = new ToggleSwitch();
        Shown shown = new Shown();
        toggle.selectedProperty().subscribe((_, on) -> shown.tell(() -> row.commit(on)));
        return new Simple(toggle, value -> shown.show(() -> toggle.setSelected(Boolean.TRUE.equals(value))));
    }

    private static Editor choice(Param param, Editor.Row row) {
        Picker<Object> combo = new Picker<>();
        combo.getItems().setAll(List.of(param.type().getEnumConstants()));
        combo.setConverter(titles());
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setPromptText("several values");
        Shown shown = new Shown();
        combo.valueProperty().subscribe((_, chosen) -> {
            if (chosen != null)
                shown.tell(() -> row.commit(chosen));
        });
        return new Simple(combo, value -> shown.show(() -> combo.setValue(value)));
    }

    private static StringConverter<Object> titles() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Object constant) {
                return constant == null ? "" : Values.text(constant);
            }

            @Override
            public Object fromString(String title) {
                throw new UnsupportedOperationException(Words.title(title));
            }
        };
    }

    private record Simple(Node node, Consumer<@Nullable Object> shower) implements Editor {
        @Override
        public void show(@Nullable Object value) {
            shower.accept(value);
        }
    }

    /// Tells a change made by a person from one made by the program.
    static final class Shown {
        private boolean showing;

        void show(Runnable change) {
            showing = true;
            try {
                change.run();
            } finally {
                showing = false;
            }
        }

        void tell(Runnable telling) {
            if (!showing)
                telling.run();
        }
    }
}
