package org.lamina.ui.inspector;

import java.util.List;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.lamina.app.Form;

/// A form with a row for each parameter. Call [#dispose] when it leaves the window.
public final class FormView extends VBox {

    private final Subscription changes;

    public FormView(Form form, Paths paths) {
        getStyleClass().add("form");
        List<FormRow> rows = form.params().stream().map(p -> new FormRow(form, p, paths)).toList();
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
