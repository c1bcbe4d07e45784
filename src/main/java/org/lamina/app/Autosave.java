package org.lamina.app;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lamina.project.Journal;
import org.lamina.project.Project;
import org.lamina.project.ProjectException;

/// Keeps a journal of what a document's file does not hold yet. The window says what the journal should hold, the
/// background brings it there: one at a time, the newest wish only.
final class Autosave {

    /// What should be on disk.
    ///
    /// @param project null where the file holds everything: there is no journal then
    private record Wish(Journal journal, @Nullable Project project) {}

    private final Document document;
    private final Path unsaved;
    private final Executor soon;
    private final Executor background;
    private final Consumer<String> complain;
    private final Subscription changes;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private Journal journal;
    private volatile Wish wish;
    private Wish kept;

    /// @param soon runs in the background after a while, which bounds how often is written
    /// @param complain hears why a journal could not be written, in words for people
    Autosave(Document document, Path unsaved, Executor soon, Executor background, Consumer<String> complain) {
        this.document = document;
        this.unsaved = unsaved;
        this.soon = soon;
        this.background = background;
        this.complain = complain;
        journal = journal();
        wish = new Wish(journal, null);
        kept = wish;
        follow();
        changes = document.committedProperty().subscribe((_, _) -> follow())
                .and(document.dirtyProperty().subscribe((_, _) -> follow()))
                .and(document.fileProperty().subscribe((_, _) -> moved()));
    }

    private Journal journal() {
        Path file = document.fileProperty().get();
        return file == null ? Journal.unsaved(unsaved) : Journal.beside(file);
    }

    private void moved() {
        journal = journal();
        follow();
    }

    private void follow() {
        boolean dirty = document.dirtyProperty().get();
        wish = new Wish(journal, dirty ? document.committedProperty().get() : null);
        if (!dirty)
            background.execute(this::settle);
        else if (waiting.compareAndSet(false, true))
            soon.execute(() -> {
                waiting.set(false);
                settle();
            });
    }

    /// Makes the disk hold what is wished.
    synchronized void settle() {
        Wish now = wish;
        Wish before = kept;
        if (now.equals(before))
            return;
        kept = now;
        try {
            if (before.project() != null && (now.project() == null || now.journal() != before.journal()))
                before.journal().clear();
            if (now.project() != null)
                now.journal().write(now.project());
        } catch (ProjectException e) {
            complain.accept(String.valueOf(e.getMessage()));
        }
    }

    /// The document is saved or given up: there is nothing to recover.
    void close() {
        changes.unsubscribe();
        wish = new Wish(journal, null);
        background.execute(this::settle);
    }
}
