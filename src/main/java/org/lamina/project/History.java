package org.lamina.project;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The present project and labelled snapshots before and after it. Immutable; snapshots share structure, so undo gives
/// back the same objects.
public final class History {

    private record Step(String label, Project project, @Nullable Step next) {}

    private final Project present;
    private final @Nullable Step past;
    private final @Nullable Step future;

    private History(Project present, @Nullable Step past, @Nullable Step future) {
        this.present = present;
        this.past = past;
        this.future = future;
    }

    public static History of(Project project) {
        return new History(project, null, null);
    }

    public Project present() {
        return present;
    }

    /// Adds a step; this same object where the project is the same object as before.
    public History commit(String label, Project project) {
        return project == present ? this : new History(project, new Step(label, present, past), null);
    }

    /// What undo would take back.
    public Optional<String> undoLabel() {
        return Optional.ofNullable(past).map(Step::label);
    }

    public Optional<String> redoLabel() {
        return Optional.ofNullable(future).map(Step::label);
    }

    /// The same steps, each project changed alike.
    public History map(UnaryOperator<Project> change) {
        return new History(change.apply(present), mapped(past, change), mapped(future, change));
    }

    private static @Nullable Step mapped(@Nullable Step first, UnaryOperator<Project> change) {
        Deque<Step> steps = new ArrayDeque<>();
        for (Step step = first; step != null; step = step.next)
            steps.push(step);
        Step mapped = null;
        for (Step step : steps)
            mapped = new Step(step.label, change.apply(step.project), mapped);
        return mapped;
    }

    public History undo() {
        return past == null ? this : new History(past.project, past.next, new Step(past.label, present, future));
    }

    public History redo() {
        return future == null ? this : new History(future.project, new Step(future.label, present, past), future.next);
    }
}
