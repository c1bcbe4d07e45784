package org.lamina.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamina.data.DataInfo;
import org.lamina.graph.Expected;
import org.lamina.graph.Inference;
import org.lamina.graph.Problem;
import org.lamina.graph.Problem.Severity;
import org.lamina.spec.Params;

/// What keeps a project from being trained: its network's problems against the data set and the plan, and values of
/// plan and data source that are out of range.
public final class Checkup {

    private Checkup() {}

    /// @param data what the data set holds; null where it is not known, which leaves out what depends on it
    public static Inference infer(Project project, @Nullable DataInfo data) {
        return Inference.of(project.graph(), data == null ? null : expected(project.plan(), data));
    }

    /// What a data set and a plan ask of the network.
    public static Expected expected(Plan plan, DataInfo data) {
        return plan.task().expected(data, plan.loss());
    }

    /// All problems, errors first.
    public static List<Problem> problems(Project project, Inference inference, @Nullable DataInfo data) {
        List<Problem> found = new ArrayList<>(settings(project, data));
        found.addAll(inference.problems());
        found.sort(Comparator.comparing(Problem::severity));
        return List.copyOf(found);
    }

    /// Problems of plan and data source alone.
    public static List<Problem> settings(Project project, @Nullable DataInfo data) {
        List<Problem> found = new ArrayList<>();
        outOfRange("Training plan", project.plan(), found);
        outOfRange("Data set", project.data(), found);
        outOfRange("Augmentation", project.augmentation(), found);
        if (project.plan().task() == Task.NEXT_TOKEN && project.plan().loss() != Loss.USUAL)
            found.add(error("loss",
                    "Binary cross-entropy is for questions that are each answered yes or no; of all tokens "
                            + "only one comes next: set the loss of the training plan to usual"));
        Optional.ofNullable(data).flatMap(d -> wrongTask(d, project.plan().task())).ifPresent(found::add);
        return found;
    }

    private static void outOfRange(String owner, Object settings, List<Problem> found) {
        for (Map.Entry<String, String> violation : Params.violations(settings).entrySet())
            found.add(error(violation.getKey(), owner + ": " + violation.getValue()));
    }

    private static Optional<Problem> wrongTask(DataInfo data, Task task) {
        Task fitting = Task.of(data.target());
        return task.fits(data) ? Optional.empty() : Optional.of(error("task",
                "The data set has %s, not %s: set the task of the training plan to %s".formatted(fitting.needs(),
                        task.needs(), fitting.title())));
    }

    private static Problem error(String parameter, String message) {
        return new Problem(null, parameter, Severity.ERROR, message, List.of());
    }
}
