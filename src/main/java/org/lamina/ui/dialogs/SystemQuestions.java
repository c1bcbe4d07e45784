package org.lamina.ui.dialogs;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Settings;
import org.lamina.spec.Location;
import org.lamina.ui.theme.Themes;

/// Asks with the system's file dialogs and with windows of the program's look; remembers the last folder.
public final class SystemQuestions implements Questions {

    private static final String FOLDER = "folder";

    private final Window owner;
    private final Settings settings;
    private final Themes themes;

    public SystemQuestions(Window owner, Settings settings, Themes themes) {
        this.owner = owner;
        this.settings = settings;
        this.themes = themes;
    }

    @Override
    public Optional<Path> projectToOpen() {
        return kept(projects("Open a project").showOpenDialog(owner));
    }

    @Override
    public Optional<Path> projectToSave(String suggested) {
        FileChooser chooser = projects("Save the project");
        chooser.setInitialFileName(suggested + ".lamina");
        return kept(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> fileToSave(String title, String suggested) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(folder());
        chooser.setInitialFileName(suggested);
        return kept(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> path(Location.Kind kind, String title) {
        if (kind == Location.Kind.FILE) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(title);
            chooser.setInitialDirectory(folder());
            return kept(chooser.showOpenDialog(owner));
        }
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(folder());
        return kept(chooser.showDialog(owner));
    }

    private FileChooser projects(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(folder());
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("Lamina projects", "*.lamina"),
                new FileChooser.ExtensionFilter("All files", "*"));
        return chooser;
    }

    private @Nullable File folder() {
        File folder = new File(settings.text(FOLDER, System.getProperty("user.home", ".")));
        return folder.isDirectory() ? folder : null;
    }

    private Optional<Path> kept(@Nullable File chosen) {
        if (chosen == null)
            return Optional.empty();
        File folder = chosen.isDirectory() ? chosen : chosen.getAbsoluteFile().getParentFile();
        settings.set(FOLDER, folder.getPath());
        return Optional.of(chosen.toPath());
    }

    @Override
    public Unsaved unsaved(String project) {
        ButtonType save = new ButtonType("Save", ButtonBar.ButtonData.YES);
        ButtonType discard = new ButtonType("Don’t save", ButtonBar.ButtonData.NO);
        ButtonType answer = ask("Save the changes to “" + project + "”?",
                "What you did since the last save is lost otherwise.", save, discard, ButtonType.CANCEL);
        return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.KEEP_OPEN;
    }

    @Override
    public boolean recover(List<String> found) {
        ButtonType recover = new ButtonType("Recover", ButtonBar.ButtonData.YES);
        ButtonType discard = new ButtonType("Discard", ButtonBar.ButtonData.NO);
        return ask("Lamina did not close properly. Bring unsaved work back?", String.join("\n", found), recover,
                discard) == recover;
    }

    private ButtonType ask(String question, String detail, ButtonType... answers) {
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, detail, answers);
        alert.initOwner(owner);
        alert.setTitle("Lamina");
        alert.setHeaderText(question);
        alert.setGraphic(null);
        return show(alert).orElse(ButtonType.CANCEL);
    }

    private <T> Optional<T> show(Dialog<T> dialog) {
        themes.dress(dialog.getDialogPane(), dialog.getDialogPane().getStylesheets());
        return dialog.showAndWait();
    }
}
