package org.lamina.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;
import org.lamina.app.Studio;
import org.lamina.app.Workspace;
import org.lamina.ui.dialogs.Questions;

/// New, open, save and close, with the question what to do with unsaved work.
final class FileActions {

    static final String NO_PROJECT = "no project is open";

    private final Studio studio;
    private final Questions questions;
    private final ExportAction export;
    private final TemplateAction templates;
    private final Runnable leave;

    /// @param leave ends the program
    FileActions(Studio studio, Questions questions, ExportAction export, TemplateAction templates, Runnable leave) {
        this.studio = studio;
        this.questions = questions;
        this.export = export;
        this.templates = templates;
        this.leave = leave;
    }

    ActionGroup group() {
        return new ActionGroup("File",
                List.of(List.of(create(), fromTemplate(), open()), List.of(save(), saveAs()), List.of(export.action()),
                        List.of(close(), quit())));
    }

    Action create() {
        return Action.of("new", "New network", Feather.FILE_PLUS, "Shortcut+N", () -> afterSaving(studio::create));
    }

    Action fromTemplate() {
        return templates.action(this::afterSaving);
    }

    Action open() {
        return Action.of("open", "Open…", Feather.FOLDER, "Shortcut+O",
                () -> questions.projectToOpen().ifPresent(this::open));
    }

    /// Opens a project, once what is open is safe.
    void open(Path file) {
        afterSaving(() -> studio.open(file));
    }

    Action save() {
        return Action.of("save", "Save", Feather.SAVE, "Shortcut+S", () -> save(() -> {}))
                .when(studio.workspaceProperty().flatMap(this::canSave).orElse(false), "there is nothing to save");
    }

    private ObservableValue<Boolean> canSave(Workspace workspace) {
        return workspace.document().dirtyProperty()
                .flatMap(dirty -> workspace.document().fileProperty().map(_ -> dirty).orElse(true));
    }

    private Action saveAs() {
        return Action.of("save-as", "Save as…", null, "Shortcut+Shift+S", () -> saveAs(() -> {})).when(isOpen(),
                NO_PROJECT);
    }

    private Action close() {
        return Action.of("close", "Close project", null, "Shortcut+W", () -> afterSaving(studio::close))
                .when(isOpen(), NO_PROJECT);
    }

    private Action quit() {
        return Action.of("quit", "Quit", Feather.LOG_OUT, "Shortcut+Q", this::quitAfterSaving);
    }

    void quitAfterSaving() {
        afterSaving(leave);
    }

    private ObservableValue<Boolean> isOpen() {
        return studio.workspaceProperty().map(_ -> true).orElse(false);
    }

    /// Goes on once the work that is open is saved or given up; does nothing where the person wants to keep it open.
    void afterSaving(Runnable next) {
        Workspace open = studio.workspace();
        if (open == null || !open.document().dirtyProperty().get()) {
            next.run();
            return;
        }
        switch (questions.unsaved(open.nameProperty().get())) {
            case SAVE -> save(next);
            case DISCARD -> next.run();
            case KEEP_OPEN -> {
            }
        }
    }

    private void save(Runnable then) {
        Path file = Objects.requireNonNull(studio.workspace()).document().fileProperty().get();
        if (file == null)
            saveAs(then);
        else
            studio.save(file, then);
    }

    private void saveAs(Runnable then) {
        String name = Objects.requireNonNull(studio.workspace()).nameProperty().get();
        questions.projectToSave(name).ifPresent(file -> studio.save(file, then));
    }
}
