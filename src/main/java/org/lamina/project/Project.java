package org.lamina.project;

import org.lamina.data.Augmentation;
import org.lamina.data.DataSource;
import org.lamina.graph.Graph;

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
}
