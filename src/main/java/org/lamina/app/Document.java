package org.lamina.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Expected;
import org.lamina.graph.Fix;
import org.lamina.graph.Inference;
import org.lamina.project.History;
import org.lamina.project.Places;
import org.lamina.project.Project;

/// One open project: its history, what is inferred of it, where it is saved. Every change goes through [#edit] or a
/// [Gesture], and each is one labelled undo step. Every node has a place: one that comes without is given one.
public final class Document implements Drawing {

    private final ReadOnlyObjectWrapper<Project> project;
    private final ReadOnlyObjectWrapper<Project> committed;
    private final ReadOnlyObjectWrapper<Inference> inference;
    private final ReadOnlyStringWrapper undoLabel = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoLabel = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Expected> expected = new SimpleObjectProperty<>();
    private History history;
    private @Nullable Project saved;
    private @Nullable Gesture gesture;

    public Document(Project content) {
        Project opened = Placing.complete(content);
        history = History.of(opened);
        saved = opened;
        project = new ReadOnlyObjectWrapper<>(opened);
        committed = new ReadOnlyObjectWrapper<>(opened);
        inference = new ReadOnlyObjectWrapper<>(Inference.of(opened.graph(), null));
        expected.addListener((_, _, _) -> infer());
    }

    /// A project that a file holds.
    public Document(Project content, Path from) {
        this(content);
        file.set(from);
    }

    @Override
    public ReadOnlyObjectProperty<Project> projectProperty() {
        return project.getReadOnlyProperty();
    }

    /// The project without the previews of a gesture.
    public ReadOnlyObjectProperty<Project> committedProperty() {
        return committed.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Inference> inferenceProperty() {
        return inference.getReadOnlyProperty();
    }

    /// What undo would take back; empty where nothing can be undone.
    public ReadOnlyStringProperty undoLabelProperty() {
        return undoLabel.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty redoLabelProperty() {
        return redoLabel.getReadOnlyProperty();
    }

    /// Whether there is something that the file does not hold yet.
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /// The project file; null for one that was never saved.
    public ObjectProperty<@Nullable Path> fileProperty() {
        return file;
    }

    /// Folder that relative paths of the project start from: the file's, or the working folder.
    public Path folder() {
        return folder(file.get());
    }

    private static Path folder(@Nullable Path saved) {
        Path parent = saved == null ? null : saved.toAbsolutePath().getParent();
        return parent == null ? Path.of("").toAbsolutePath() : parent;
    }

    /// The project as a file in this place says it: with paths that lead to the same data from there.
    public Project writtenAt(Path target) {
        return Places.moved(project(), folder(), folder(target));
    }

    /// A path as the project keeps it: relative to the file's folder where it lies inside, so that both can be moved.
    public Path written(Path path) {
        return file.get() == null ? path.toAbsolutePath().normalize() : Places.written(path, folder());
    }

    /// What the data set asks of the network; null while it is not known.
    public ObjectProperty<@Nullable Expected> expectedProperty() {
        return expected;
    }

    @Override
    public void edit(String label, UnaryOperator<Project> change) {
        if (gesture != null)
            gesture.commit();
        history = history.commit(label, Placing.complete(change.apply(history.present())));
        show();
    }

    @Override
    public void apply(Fix fix) {
        edit(fix.label(), p -> p.with(p.graph().apply(fix.edits())));
    }

    @Override
    public Gesture begin(String label) {
        if (gesture != null)
            gesture.commit();
        Change begun = new Change(label);
        gesture = begun;
        return begun;
    }

    public void undo() {
        if (gesture != null) {
            gesture.abort();
            return;
        }
        history = history.undo();
        show();
    }

    public void redo() {
        if (gesture != null)
            gesture.abort();
        history = history.redo();
        show();
    }

    /// Says that the file holds this project now. Where it went to another folder, what undo brings back follows.
    ///
    /// @param content as [#writtenAt] said it
    public void markSaved(Path savedTo, Project content) {
        Path before = folder();
        saved = Placing.complete(content);
        file.set(savedTo);
        if (!before.equals(folder())) {
            history = history.map(p -> Places.moved(p, before, folder()));
            show();
        }
        compare();
    }

    /// Says that no file holds this project: it was recovered.
    public void markUnsaved() {
        saved = null;
        show();
    }

    private void show() {
        project.set(history.present());
        committed.set(history.present());
        undoLabel.set(history.undoLabel().orElse(""));
        redoLabel.set(history.redoLabel().orElse(""));
        compare();
        infer();
    }

    private void compare() {
        dirty.set(!history.present().equals(saved));
    }

    private void infer() {
        inference.set(inference.get().next(project.get().graph(), expected.get()));
    }

    private final class Change implements Gesture {
        private final String label;
        private final Project before = history.present();

        private Change(String label) {
            this.label = label;
        }

        @Override
        public Project before() {
            return before;
        }

        @Override
        public void preview(Project shown) {
            if (gesture == this) {
                project.set(Placing.complete(Objects.requireNonNull(shown)));
                infer();
            }
        }

        @Override
        public void commit() {
            if (gesture == this) {
                gesture = null;
                history = history.commit(label, project.get());
                show();
            }
        }

        @Override
        public void abort() {
            if (gesture == this) {
                gesture = null;
                show();
            }
        }
    }
}
