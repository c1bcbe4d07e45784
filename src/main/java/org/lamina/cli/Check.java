package org.lamina.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lamina.graph.Fix;
import org.lamina.graph.Graph;
import org.lamina.graph.Problem;
import org.lamina.project.ProjectException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Lists the problems of a project.
@Command(name = "check", mixinStandardHelpOptions = true, description = "List what keeps the network from being trained.", footer = {
        "",
        "Exit code 1 where there is an error; warnings alone give 0."})
final class Check implements Callable<Integer> {
    @Mixin
    private ProjectArgument source = new ProjectArgument();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() throws ProjectException, Failure {
        ProjectArgument.Checked checked = source.check();
        List<Problem> problems = checked.problems();
        PrintWriter out = command.commandLine().getOut();
        problems.forEach(p -> out.println(line(p, checked.project().graph().expanded())));
        if (problems.isEmpty())
            out.println(source.file() + ": no problems");
        return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR) ? Exit.FAILED : Exit.DONE;
    }

    /// `error: conv-1 (Conv 2D): needs an image, got 784: …`
    static String line(Problem problem, Graph graph) {
        StringBuilder line = new StringBuilder(problem.severity().name().toLowerCase(Locale.ROOT)).append(": ");
        Optional.ofNullable(problem.node()).flatMap(graph::node)
                .ifPresent(n -> line.append(n.id()).append(" (").append(n.label()).append("): "));
        line.append(problem.message());
        if (!problem.fixes().isEmpty())
            line.append(" [fix: ").append(String.join(" / ", problem.fixes().stream().map(Fix::label).toList()))
                    .append(']');
        return line.toString();
    }
}
