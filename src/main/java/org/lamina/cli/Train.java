package org.lamina.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lamina.data.DataInfo;
import org.lamina.engine.Command;
import org.lamina.engine.Engine;
import org.lamina.engine.Event;
import org.lamina.graph.Problem;
import org.lamina.project.Checkup;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.project.RunFolders;
import org.lamina.spec.Params;
import org.lamina.spec.Words;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Trains a project and keeps the weights.
@CommandLine.Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Train the network and keep its weights.",
        "Ctrl-C ends the run after the batch in hand and keeps the weights so far."}, footerHeading = "%nExamples:%n", footer = {
                "  lamina train digits-cnn.lamina --epochs 2",
                "  lamina train mnist-idx.lamina --data mnist --out runs/first --json"})
final class Train implements Callable<Integer> {
    @Mixin
    private ProjectArgument source = new ProjectArgument();

    @Option(names = "--epochs", paramLabel = "N", description = "How often the training set is seen.")
    private @Nullable Integer epochs;

    @Mixin
    private DeviceOption device = new DeviceOption();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for settings, metrics and weights; a new one beside the project if left out.")
    private @Nullable Path out;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed gives another split and other weights.")
    private @Nullable Integer seed;

    @Option(names = "--json", description = "Print one JSON object a line and nothing else.")
    private boolean json;

    @Spec
    private CommandSpec command = CommandSpec.create();

    private final Tools tools;

    Train(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        Project project = planned(source.open());
        refuseErrors(project);
        Path run = run();
        PrintWriter to = command.commandLine().getOut();
        try (Engine engine = tools.engine().get();
                Interrupt _ = new Interrupt(tools, () -> engine.send(new Command.Stop()))) {
            Event.Finished finished = new Conversation(engine, Reporter.of(json, tools.terminal(), to)).ask(
                    new Command.Train(project, source.base(), run, device.id(), null, false),
                    Event.Finished.class);
            to.println(json ? summary(finished) : words(finished));
            to.flush();
            return finished.ending() == Event.Ending.DIVERGED ? Exit.FAILED : Exit.DONE;
        }
    }

    private Project planned(Project project) {
        Map<String, Object> changes = new LinkedHashMap<>();
        if (epochs != null)
            changes.put("epochs", epochs);
        if (seed != null)
            changes.put("seed", seed);
        Plan plan = Params.with(project.plan(), changes);
        Map<String, String> violations = Params.violations(plan);
        for (String option : changes.keySet())
            if (violations.containsKey(option))
                throw new ParameterException(command.commandLine(), "--" + option + ": " + violations.get(option));
        return project.with(plan);
    }

    /// What is wrong without looking at files is said before the engine starts; the rest the engine says.
    private void refuseErrors(Project project) throws Failure {
        DataInfo known = project.data().info().orElse(null);
        List<Problem> errors = Checkup.problems(project, Checkup.infer(project, known), known).stream()
                .filter(p -> p.severity() == Problem.Severity.ERROR).toList();
        errors.forEach(p -> command.commandLine().getErr().println(Check.line(p, project.graph().expanded())));
        if (!errors.isEmpty())
            throw new Failure("the network cannot be trained: " + Words.count(errors.size(), "error"));
    }

    private Path run() {
        return out == null
                ? RunFolders.next(RunFolders.beside(source.file()), LocalDateTime.now(ZoneId.systemDefault()))
                : out.toAbsolutePath().normalize();
    }

    private static ObjectNode summary(Event.Finished finished) {
        ObjectNode line = Json.event("finished").put("epochs", finished.epochs()).put("steps", finished.steps())
                .put("seconds", finished.seconds());
        line.set("samplesPerSecond", Json.number(finished.samplesPerSecond()));
        line.set("train", Json.metrics(finished.train()));
        line.set("validation", Json.metrics(finished.validation()));
        return line.put("weights", finished.weights() == null ? null : finished.weights().toString());
    }

    private static String words(Event.Finished finished) {
        return "%s after %,d steps in %s (%,.0f samples/s): validation %s%s".formatted(
                switch (finished.ending()) {
                    case COMPLETED -> "done";
                    case STOPPED -> "stopped";
                    case DIVERGED -> "diverged";
                }, finished.steps(), Words.time(finished.seconds()), finished.samplesPerSecond(),
                LineReporter.words(finished.validation()),
                finished.weights() == null ? "" : "\nweights: " + finished.weights());
    }
}
