package org.lamina.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.project.Project;
import org.lamina.project.ProjectException;
import org.lamina.spec.Words;
import org.lamina.tensor.Shape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Says how large a network is.
@Command(name = "info", mixinStandardHelpOptions = true, description = "Show the layers with their shapes, parameters and multiply-adds.")
final class Info implements Callable<Integer> {
    private static final String ROW = "%-24s %-22s %-16s %12s %14s%n";

    @Mixin
    private ProjectArgument source = new ProjectArgument();

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    private boolean json;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() throws ProjectException, Failure {
        ProjectArgument.Checked checked = source.check();
        PrintWriter out = command.commandLine().getOut();
        if (json)
            out.println(summary(checked.inference(), checked.problems().size()));
        else
            table(checked, out);
        return Exit.DONE;
    }

    private static ObjectNode summary(Inference inference, int problems) {
        return Json.object().put("layers", inference.graph().nodes().size())
                .put("parameters", inference.total().parameters())
                .put("multiplyAdds", inference.total().multiplyAdds()).put("problems", problems);
    }

    private static void table(ProjectArgument.Checked checked, PrintWriter out) {
        Project project = checked.project();
        Inference inference = checked.inference();
        if (!project.notes().isBlank())
            out.println(project.notes().strip() + "\n");
        out.printf(ROW, "node", "layer", "shape", "parameters", "multiply-adds");
        for (Node node : project.graph().order())
            out.printf(ROW, node.id(), node.layer().card().title(),
                    inference.shape(node.id()).map(Shape::toString).orElse("?"),
                    "%,d".formatted(inference.cost(node.id()).parameters()),
                    "%,d".formatted(inference.cost(node.id()).multiplyAdds()));
        out.printf("%n%s, %s, %,d multiply-adds a sample, %s%n",
                Words.count(project.graph().nodes().size(), "layer"),
                Words.count(inference.total().parameters(), "parameter"), inference.total().multiplyAdds(),
                Words.count(checked.problems().size(), "problem"));
    }
}
