package org.lamina.project;

import java.util.List;
import org.lamina.data.Augmentation;
import org.lamina.data.DataSource;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;
import org.lamina.graph.Use;

/// Everything that a project file holds. Immutable: another object of a part means that this part changed.
///
/// @param notes the author's text, shown on the start page
public record Project(String notes, Graph graph, Layout layout, DataSource data, Augmentation augmentation,
        Plan plan) {

    /// A project that trains on its samples as they are.
    public Project(String notes, Graph graph, Layout layout, DataSource data, Plan plan) {
        this(notes, graph, layout, data, Augmentation.NONE, plan);
    }

    public Project withNotes(String changed) {
        return changed.equals(notes) ? this : new Project(changed, graph, layout, data, augmentation, plan);
    }

    public Project with(Graph changed) {
        return changed == graph ? this : new Project(notes, changed, layout, data, augmentation, plan);
    }

    public Project with(Layout changed) {
        return changed == layout ? this : new Project(notes, graph, changed, data, augmentation, plan);
    }

    public Project with(DataSource changed) {
        return changed.equals(data) ? this : new Project(notes, graph, layout, changed, augmentation, plan);
    }

    public Project with(Augmentation changed) {
        return changed.equals(augmentation) ? this : new Project(notes, graph, layout, data, changed, plan);
    }

    public Project with(Plan changed) {
        return changed.equals(plan) ? this : new Project(notes, graph, layout, data, augmentation, changed);
    }

    /// The same with the inside of a block in the place of the network, so that it is drawn and edited like one.
    ///
    /// @param way blocks, each inside the one before; empty for the network itself
    public Project inside(List<NodeId> way) {
        if (way.isEmpty())
            return this;
        Use use = graph.use(way).orElseThrow(() -> new IllegalArgumentException("there is no block " + way));
        Layout own = layout.inside(use.definition().name());
        return with(use.inside()).with(new Layout(own.places(), layout.blocks()));
    }

    /// The whole project after what [#inside] gave was edited.
    ///
    /// @throws IllegalArgumentException with a message for people, where a block would hold itself
    public Project within(List<NodeId> way, Project edited) {
        if (way.isEmpty())
            return edited;
        Graph changed = graph.within(way, _ -> edited.graph);
        String name = graph.use(way).orElseThrow().definition().name();
        Layout places = new Layout(layout.places(), edited.layout.blocks()).inside(name, edited.layout);
        return with(changed).with(places.equals(layout) ? layout : places).with(edited.data).with(edited.augmentation)
                .with(edited.plan).withNotes(edited.notes);
    }
}
