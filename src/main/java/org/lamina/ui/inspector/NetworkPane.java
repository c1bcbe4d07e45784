package org.lamina.ui.inspector;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.lamina.app.Form;
import org.lamina.app.Workspace;
import org.lamina.ui.Area;

/// The network as a whole, shown while nothing is selected: notes, data set, training plan.
public final class NetworkPane extends VBox {

    /// @param data the chooser and form of the data set
    public NetworkPane(Workspace workspace, Paths paths, Node data) {
        getStyleClass().add("pane");
        setId("network-pane");
        Label title = Headings.title("");
        title.textProperty().bind(workspace.nameProperty());
        getChildren().addAll(title,
                Headings.muted("Select a layer to change it. Without a selection this is the whole network."),
                Headings.section("Data set"), data, Headings.section("Training plan"),
                new FormView(Form.plan(workspace.document()), paths), Headings.section("Notes"), notes(workspace));
    }

    private static TextArea notes(Workspace workspace) {
        TextArea notes = new Area();
        notes.setId("notes");
        notes.setWrapText(true);
        notes.setPrefRowCount(6);
        notes.setPromptText("What this network is about; shown on the start page.");
        workspace.document().projectProperty().subscribe(_ -> {
            if (!notes.isFocused())
                notes.setText(workspace.notes());
        });
        notes.focusedProperty().subscribe((_, focused) -> {
            if (!focused)
                workspace.setNotes(notes.getText());
        });
        return notes;
    }
}
