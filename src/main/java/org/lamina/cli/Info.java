package org.lamina.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.lamina.data.DataInfo;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.project.Checkup;
import org.lamina.project.Project;
import org.lamina.project.ProjectException;
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
    public Integer call() throws ProjectException {
        Project project = source.open();
        DataInfo data = source.data(project);
        Inference inference = Checkup.infer(project, data);
        int problems = Checkup.problems(project, inference, data).size();
        PrintWriter out = command.commandLine().getOut();
        if (json)
            out.println(summary(inference, problems));
        else
            table(project, inference, problems, out);
        return Exit.DONE;
    }

    private static ObjectNode summary(Inference inference, int problems) {
        return Json.object().put("layers", inference.graph().nodes().size())
                .put("parameters", inference.total().parameters())
                .put("multiplyAdds", inference.total().multiplyAdds()).put("problems", problems);
    }

    private static void table(Project project, Inference inference, int problems, PrintWriter out) {
        if (!project.notes().isBlank())
            out.println(project.notes().strip() + "\n");
        out.printf(ROW, "node", "layer", "shape", "parameters", "multiply-adds");
        for (Node node : project.graph().order())
            out.printf(ROW, node.id(), node.layer().card().title(),
                    inference.shape(node.id()).map(Shape::toString).orElse("?"),
                    "%,d".formatted(inference.cost(node.id()).parameters()),
                    "%,d".formatted(inference.cost(node.id()).multiplyAdds()));
        out.printf("%n%d layers, %,d parameters, %,d multiply-adds a sample, %d problems%n",
                project.graph().nodes().size(), inference.total().parameters(), inference.total().multiplyAdds(),
                problems);
    }
}
