package org.lamina.ui;

import java.util.Objects;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.lamina.app.Exporting;
import org.lamina.app.Studio;
import org.lamina.ui.dialogs.ExportPane;
import org.lamina.ui.dialogs.FileManager;
import org.lamina.ui.dialogs.Questions;

/// Opens the export of the project's trained network as a sheet over the window.
final class ExportAction {

    private final Studio studio;
    private final Questions questions;
    private final StackPane over;

    ExportAction(Studio studio, Questions questions, StackPane over) {
        this.studio = studio;
        this.questions = questions;
        this.over = over;
    }

    Action action() {
        return Action.of("export", "Export…", Feather.SHARE, "Shortcut+E", this::show).unless(studio
                .workspaceProperty().flatMap(w -> w.exporting().whyNotProperty()).orElse(FileActions.NO_PROJECT));
    }

    private void show() {
        Exporting exporting = Objects.requireNonNull(studio.workspace()).exporting();
        exporting.open();
        Sheet sheet = new Sheet(over);
        ExportPane pane = new ExportPane(exporting, questions, FileManager.find(), studio.around().background(),
                sheet::close);
        sheet.setOnClosed(pane::dispose);
        sheet.show(pane);
        pane.focus();
    }
}
