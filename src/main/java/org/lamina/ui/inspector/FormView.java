package org.lamina.ui.inspector;

import java.util.List;
import java.util.function.Function;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Form;
import org.lamina.spec.Param;

/// A form with a row for each parameter. Call [#dispose] when it leaves the window.
public final class FormView extends VBox {

    private final Subscription changes;

    public FormView(Form form, Paths paths) {
        this(form, paths, _ -> null);
    }

    /// @param beside what stands beside a parameter's name; null for nothing
    FormView(Form form, Paths paths, Function<Param, @Nullable ExposeToggle> beside) {
        getStyleClass().add("form");
        List<FormRow> rows = form.params().stream().map(p -> new FormRow(form, p, paths, beside.apply(p))).toList();
        getChildren().setAll(rows);
        changes = form.subscribe(() -> {
            if (form.isCurrent())
                rows.forEach(FormRow::refresh);
        });
    }

    public void dispose() {
        changes.unsubscribe();
    }
}
