package org.lamina.ui.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.DataModel;
import org.lamina.app.Form;
import org.lamina.app.Workspace;
import org.lamina.ui.Picker;
import org.lamina.ui.inspector.FormView;
import org.lamina.ui.inspector.Headings;
import org.lamina.ui.inspector.Markdown;
import org.lamina.ui.inspector.Paths;

/// Chooses the kind of data set and shows its form.
public final class DataChooser extends VBox {

    private final Workspace workspace;
    private final Paths paths;
    private final Function<String, Optional<Path>> folders;
    private final VBox augmentation;
    private final Picker<DataModel.Kind> kinds = new Picker<>();
    private @Nullable Form form;
    private @Nullable FormView view;
    private @Nullable GetData offers;

    /// @param folders asks for a folder
    public DataChooser(Workspace workspace, Paths paths, Function<String, Optional<Path>> folders) {
        this.workspace = workspace;
        this.paths = paths;
        this.folders = folders;
        augmentation = augmentation();
        getStyleClass().add("form");
        kinds.setId("data-kind");
        kinds.setMaxWidth(Double.MAX_VALUE);
        kinds.getItems().setAll(DataModel.kinds());
        kinds.valueProperty().subscribe((_, kind) -> {
            if (kind != null && !kind.equals(workspace.data().kind()))
                workspace.data().choose(kind.id());
        });
        workspace.document().projectProperty().subscribe(_ -> refresh());
    }

    /// Only pictures are augmented; for other samples the form gives way to a sentence that says so.
    private VBox augmentation() {
        Form shown = Form.augmentation(workspace.document());
        VBox form = new VBox(Markdown.node(shown.help()), new FormView(shown, paths));
        form.setId("augmentation");
        form.getStyleClass().add("form");
        form.managedProperty().bind(form.visibleProperty());
        Label why = Headings.muted("Only pictures can be augmented: shifted, turned, scaled, mirrored or made noisy."
                + " These samples are none, so they are trained on as they are.");
        why.setId("augmentation-why-not");
        why.managedProperty().bind(why.visibleProperty());
        workspace.document().expectedProperty().map(e -> e.input().isImage()).orElse(true).subscribe(pictures -> {
            form.setVisible(pictures);
            why.setVisible(!pictures);
        });
        VBox box = new VBox(Headings.section("Augmentation"), why, form);
        box.getStyleClass().add("form");
        return box;
    }

    /// A new form only for another kind; else typing would lose its place.
    private void refresh() {
        if (form != null && form.isCurrent())
            return;
        if (view != null)
            view.dispose();
        if (offers != null)
            offers.dispose();
        Form shown = Form.data(workspace.document());
        form = shown;
        view = new FormView(shown, paths);
        kinds.setValue(workspace.data().kind());
        offers = workspace.getting().isOffered() ? new GetData(workspace.getting(), folders) : null;
        getChildren().setAll(kinds, Markdown.node(shown.help()));
        if (offers != null)
            getChildren().add(offers);
        getChildren().addAll(view, augmentation);
    }
}
