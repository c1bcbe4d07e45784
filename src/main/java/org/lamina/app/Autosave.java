package org.lamina.app;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lamina.project.Journal;
import org.lamina.project.Project;
import org.lamina.project.ProjectException;

/// Keeps a journal of what a document's file does not hold yet. The newest state wins; one write runs at a time.
final class Autosave {

    private final Path unsaved;
    private final Executor background;
    private final Consumer<String> complain;
    private final AtomicReference<@Nullable Project> newest = new AtomicReference<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private final Subscription changes;
    private volatile Journal journal;
    private volatile boolean closed;

    /// @param complain hears why a journal could not be written, in words for people
    Autosave(Document document, Path unsaved, Executor background, Consumer<String> complain) {
        this.unsaved = unsaved;
        this.background = background;
        this.complain = complain;
        journal = journal(document.fileProperty().get());
        changes = document.projectProperty().subscribe((_, now) -> changed(now))
                .and(document.fileProperty().subscribe((_, file) -> moved(file)))
                .and(document.dirtyProperty().subscribe((_, dirty) -> {
                    if (dirty)
                        changed(document.project());
                    else
                        clear(journal);
                }));
    }

    private Journal journal(@Nullable Path file) {
        return file == null ? Journal.unsaved(unsaved) : Journal.beside(file);
    }

    private void changed(Project now) {
        newest.set(now);
        background.execute(this::write);
    }

    private void moved(@Nullable Path file) {
        clear(journal);
        journal = journal(file);
    }

    /// Writes until nothing newer waits; another call meanwhile leaves it to this one.
    private void write() {
        while (newest.get() != null && writing.compareAndSet(false, true)) {
            try {
                Project project = newest.getAndSet(null);
                if (project != null && !closed)
                    journal.write(project);
            } catch (ProjectException e) {
                complain.accept(String.valueOf(e.getMessage()));
            } finally {
                writing.set(false);
            }
        }
    }

    private void clear(Journal old) {
        newest.set(null);
        background.execute(() -> {
            try {
                old.clear();
            } catch (ProjectException e) {
                complain.accept(String.valueOf(e.getMessage()));
            }
        });
    }

    /// The document is saved or given up: there is nothing to recover.
    void close() {
        closed = true;
        changes.unsubscribe();
        clear(journal);
    }
}
