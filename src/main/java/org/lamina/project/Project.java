package org.lamina.project;

import org.lamina.data.DataSource;
import org.lamina.graph.Graph;

/// Everything that a project file holds. Immutable: another object of a part means that this part changed.
///
/// @param notes the author's text, shown on the start page
public record Project(String notes, Graph graph, Layout layout, DataSource data, Plan plan) {

    public Project with(Graph changed) {
        return changed == graph ? this : new Project(notes, changed, layout, data, plan);
    }

    public Project with(Layout changed) {
        return changed == layout ? this : new Project(notes, graph, changed, data, plan);
    }

    public Project with(DataSource changed) {
        return changed.equals(data) ? this : new Project(notes, graph, layout, changed, plan);
    }

    public Project with(Plan changed) {
        return changed.equals(plan) ? this : new Project(notes, graph, layout, data, changed);
    }
}
