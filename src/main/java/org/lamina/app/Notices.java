package org.lamina.app;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Notice.Kind;
import org.lamina.engine.Event;
import org.lamina.graph.NodeId;

/// Messages that wait to be read, newest first.
public final class Notices implements EngineListener {

    private final ObservableList<Notice> waiting = FXCollections.observableArrayList();
    private final ObservableList<Notice> shownWaiting = FXCollections.unmodifiableObservableList(waiting);
    private final ReadOnlyObjectWrapper<@Nullable NodeId> accused = new ReadOnlyObjectWrapper<>();

    public Notices(EngineLink link) {
        link.overhear(this);
    }

    public ObservableList<Notice> waiting() {
        return shownWaiting;
    }

    /// The layer that the newest failure is about; null where it is about none.
    public ReadOnlyObjectProperty<@Nullable NodeId> accusedProperty() {
        return accused.getReadOnlyProperty();
    }

    /// Adds a message; one that says the same gives way.
    public void add(Notice notice) {
        waiting.remove(notice);
        waiting.addFirst(notice);
    }

    public void dismiss(Notice notice) {
        waiting.remove(notice);
    }

    /// Forgets what is about a layer: another network is shown.
    void forgetLayers() {
        waiting.removeIf(notice -> notice.node() != null);
        accused.set(null);
    }

    @Override
    public void event(Event event) {
        switch (event) {
            case Event.Failed failed ->
                accuse(failed.node(), "Stopped while " + failed.phase() + ": " + failed.message(), failed.cause());
            case Event.Diverged diverged -> accuse(diverged.node(),
                    "Training stopped at step %,d: %s".formatted(diverged.step(), diverged.message()), "");
            case Event.Started started -> started.warnings().forEach(w -> add(new Notice(Kind.WARNING, w, "", null)));
            default -> {
            }
        }
    }

    private void accuse(@Nullable NodeId node, String text, String detail) {
        accused.set(null);
        accused.set(node);
        add(new Notice(Kind.FAILURE, text, detail, node));
    }
}
