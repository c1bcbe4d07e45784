package org.lamina.ui.inspector;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Form;
import org.lamina.spec.Param;
import org.lamina.spec.Words;

/// One parameter in a form: its name and range, its editor, what is wrong with it, its help.
final class FormRow extends VBox implements Editor.Row {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Form form;
    private final Param param;
    private final Editor editor;
    private final @Nullable ExposeToggle beside;
    private final Label error = new Label();
    private boolean refused;

    /// @param beside stands beside the name; null for nothing
    FormRow(Form form, Param param, Paths paths, @Nullable ExposeToggle beside) {
        this.form = form;
        this.param = param;
        this.beside = beside;
        editor = Editors.of(param, this, paths);
        editor.node().setId("param-" + param.name());
        getStyleClass().add("form-row");
        error.getStyleClass().add("error-message");
        error.setWrapText(true);
        error.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(heading(), editor.node(), error, Markdown.node(param.help()));
        refresh();
    }

    private Node heading() {
        Label title = title();
        if (beside == null)
            return title;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, gap, beside);
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
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
        if (beside != null)
            beside.refresh();
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
        error.setText(message == null ? "" : Words.sentence(message));
        error.setVisible(message != null);
        error.setManaged(message != null);
        pseudoClassStateChanged(ERROR, message != null);
    }
}
