package org.lamina.ui.inspector;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Form;
import org.lamina.spec.Param;

/// One parameter in a form: its name and range, its editor, what is wrong with it, its help.
final class FormRow extends VBox implements Editor.Row {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Form form;
    private final Param param;
    private final Editor editor;
    private final Label error = new Label();
    private boolean refused;

    FormRow(Form form, Param param, Paths paths) {
        this.form = form;
        this.param = param;
        editor = Editors.of(param, this, paths);
        editor.node().setId("param-" + param.name());
        getStyleClass().add("form-row");
        error.getStyleClass().add("error-message");
        error.setWrapText(true);
        error.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title(), editor.node(), error, Markdown.node(param.help()));
        refresh();
    }

    private Label title() {
        Label title = new Label(param.title());
        title.getStyleClass().add("param-title");
        title.setLabelFor(editor.node());
        if (param.isNumber()) {
            Label range = new Label(param.range());
            range.getStyleClass().add("range");
            title.setGraphic(range);
            title.setContentDisplay(ContentDisplay.RIGHT);
        }
        return title;
    }

    /// Shows what is in force, unless the person still has refused text to put right.
    void refresh() {
        if (refused)
            return;
        editor.show(form.value(param).orElse(null));
        complain(form.problem(param).orElse(null));
    }

    @Override
    public void preview(Object value) {
        refused = false;
        form.preview(param, value);
    }

    @Override
    public void commit(Object typed) {
        try {
            refused = false;
            form.commit(param, typed);
            refresh();
        } catch (IllegalArgumentException e) {
            refused = true;
            complain(e.getMessage());
        }
    }

    @Override
    public void revert() {
        refused = false;
        form.revert();
        refresh();
    }

    private void complain(@Nullable String message) {
        error.setText(message == null ? "" : message);
        error.setVisible(message != null);
        error.setManaged(message != null);
        pseudoClassStateChanged(ERROR, message != null);
    }
}
