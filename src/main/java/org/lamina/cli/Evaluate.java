package org.lamina.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lamina.engine.Command;
import org.lamina.engine.Engine;
import org.lamina.engine.Event;
import org.lamina.project.Project;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures trained weights.
@CommandLine.Command(name = "evaluate", mixinStandardHelpOptions = true, sortOptions = false, description = "Measure trained weights on the validation samples of the project's data set.", footerHeading = "%nExample:%n", footer = {
        "  lamina evaluate mnist-idx.lamina --data mnist --weights last.safetensors"})
final class Evaluate implements Callable<Integer> {
    @Mixin
    private ProjectArgument source = new ProjectArgument();

    @Mixin
    private WeightsOption weights = new WeightsOption();

    @Mixin
    private DeviceOption device = new DeviceOption();

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    private boolean json;

    @Spec
    private CommandSpec command = CommandSpec.create();

    private final Tools tools;

    Evaluate(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        Project project = source.open();
        Path trained = weights.file();
        try (Engine engine = tools.engine().get()) {
            Event.Evaluated answer = new Conversation(engine, _ -> {}).ask(
                    new Command.Evaluate(project, source.base(), device.id(), trained),
                    Event.Evaluated.class);
            PrintWriter out = command.commandLine().getOut();
            out.println(json
                    ? summary(answer)
                    : "%,d samples: %s".formatted(answer.samples(), LineReporter.words(answer.metrics())));
            return Exit.DONE;
        }
    }

    private static ObjectNode summary(Event.Evaluated answer) {
        return Json.object().put("samples", answer.samples()).setAll(Json.metrics(answer.metrics()));
    }
}
