package org.lamina.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lamina.graph.Fix;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.project.Project;

/// What is open of a document: its network, or the inside of one of its blocks. Inside of a block that is repeated, the
/// first repetition is seen; an edit is one of them all.
public final class Scope implements Drawing {

    private final Document document;
    private final ReadOnlyObjectWrapper<List<NodeId>> way = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Project> project;
    private final ReadOnlyObjectWrapper<Inference> inference;

    public Scope(Document document) {
        this.document = document;
        project = new ReadOnlyObjectWrapper<>(document.project());
        inference = new ReadOnlyObjectWrapper<>(document.inference());
        document.projectProperty().addListener((_, _, now) -> follow(now));
        document.inferenceProperty().addListener((_, _, now) -> inference.set(now.within(way.get())));
    }

    /// The blocks that are open, each inside the one before; empty where the network itself is.
    public ReadOnlyObjectProperty<List<NodeId>> wayProperty() {
        return way.getReadOnlyProperty();
    }

    public List<NodeId> way() {
        return way.get();
    }

    public boolean isInside() {
        return !way.get().isEmpty();
    }

    /// Opens what a way leads to, as far as there are blocks.
    public void open(List<NodeId> wanted) {
        show(document.project(), wanted);
        inference.set(document.inference().within(way.get()));
    }

    @Override
    public ReadOnlyObjectProperty<Project> projectProperty() {
        return project.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Inference> inferenceProperty() {
        return inference.getReadOnlyProperty();
    }

    @Override
    public void edit(String label, UnaryOperator<Project> change) {
        List<NodeId> here = way.get();
        document.edit(label, whole -> whole.within(here, change.apply(whole.inside(here))));
    }

    @Override
    public void apply(Fix fix) {
        document.apply(fix);
    }

    @Override
    public Gesture begin(String label) {
        Gesture gesture = document.begin(label);
        List<NodeId> here = way.get();
        return here.isEmpty() ? gesture : new Inner(gesture, here);
    }

    private void follow(Project whole) {
        show(whole, way.get());
    }

    /// A block that is gone, by undo for example, closes with all that is open inside it.
    private void show(Project whole, List<NodeId> wanted) {
        List<NodeId> there = new ArrayList<>(wanted);
        while (!there.isEmpty() && whole.graph().use(there).isEmpty())
            there.removeLast();
        way.set(List.copyOf(there));
        project.set(whole.inside(way.get()));
    }

    private record Inner(Gesture whole, List<NodeId> way) implements Gesture {
        @Override
        public Project before() {
            return whole.before().inside(way);
        }

        @Override
        public void preview(Project shown) {
            whole.preview(whole.before().within(way, shown));
        }

        @Override
        public void commit() {
            whole.commit();
        }

        @Override
        public void abort() {
            whole.abort();
        }
    }
}
