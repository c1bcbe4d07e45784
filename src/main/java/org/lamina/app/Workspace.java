package org.lamina.app;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import org.lamina.project.ProjectFile;

/// One open project and all that is shown of it.
public final class Workspace {

    private final Document document;
    private final NetworkEditor editor;
    private final DataModel data;
    private final Getting getting;
    private final Training training;
    private final Exporting exporting;
    private final Writer writer;
    private final Watch watch;
    private final PastRuns pastRuns;
    private final MemoryBudget budget;
    private final TimeLine timeLine;
    private final EngineLink link;
    private final Autosave autosave;
    private final ObservableStringValue name;

    /// @param untitled its name until it has a file
    Workspace(Document document, String untitled, Surroundings around, BlockShelf shelf, Consumer<String> complain) {
        this.document = document;
        editor = new NetworkEditor(document, shelf);
        data = new DataModel(document, around.background(), around.window());
        getting = new Getting(document, around);
        training = new Training(document, around.link(), around.runs());
        exporting = new Exporting(document, training, around, untitled);
        writer = new Writer(document, training, around.link());
        link = around.link();
        watch = Watch.of(link);
        pastRuns = new PastRuns(() -> around.runs().all(document.fileProperty().get()), around.background(),
                around.window());
        budget = new MemoryBudget(around.settings());
        timeLine = new TimeLine(link, budget);
        autosave = new Autosave(document, around.unsaved(),
                CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, around.background()), around.background(),
                complain);
        name = Bindings.createStringBinding(() -> {
            Path file = document.fileProperty().get();
            return file == null ? untitled : ProjectFile.name(file);
        }, document.fileProperty());
    }

    public Document document() {
        return document;
    }

    public NetworkEditor editor() {
        return editor;
    }

    public Selection selection() {
        return editor.selection();
    }

    public DataModel data() {
        return data;
    }

    public Getting getting() {
        return getting;
    }

    public Training training() {
        return training;
    }

    public Exporting exporting() {
        return exporting;
    }

    public Writer writer() {
        return writer;
    }

    /// Memory for what is only looked at.
    public MemoryBudget budget() {
        return budget;
    }

    public TimeLine timeLine() {
        return timeLine;
    }

    /// Brings the journal up to date at once. Not on the FX thread.
    void keep() {
        autosave.settle();
    }

    /// What follows the engine: status, curves, pictures.
    public Watch watch() {
        return watch;
    }

    public PastRuns pastRuns() {
        return pastRuns;
    }

    /// Another project takes its place.
    void close() {
        data.cancel();
        getting.cancel();
        exporting.close();
        writer.close();
        training.close();
        autosave.close();
        link.leave();
    }

    /// The file's name without its ending, or what the project is called until it has a file.
    public ObservableStringValue nameProperty() {
        return name;
    }

    /// The author's text.
    public String notes() {
        return document.project().notes();
    }

    public void setNotes(String text) {
        document.edit("Change notes", p -> p.withNotes(text));
    }
}
