package org.lamina.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.lamina.engine.Command;
import org.lamina.engine.Engine;
import org.lamina.engine.Event;
import org.lamina.export.Exported;
import org.lamina.export.Exporter;
import org.lamina.export.Proof;
import org.lamina.export.Trained;
import org.lamina.project.Project;
import org.lamina.spec.Catalogue;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Takes a trained network away.
@CommandLine.Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false, description = "Write the trained network in another format and prove that it gives the same answers.", footerHeading = "%nExample:%n", footer = "  lamina export digits-cnn.lamina --weights last.safetensors --to onnx --out a.onnx")
final class Export implements Callable<Integer> {
    @Mixin
    private ProjectArgument source = new ProjectArgument();

    @Mixin
    private WeightsOption weights = new WeightsOption();

    @Option(names = "--to", paramLabel = "FORMAT", required = true, completionCandidates = Formats.class, description = "One of: ${COMPLETION-CANDIDATES}.")
    private String format = "";

    @Option(names = "--out", paramLabel = "PATH", required = true, description = "The file or folder to write.")
    private Path out = Path.of("");

    @Spec
    private CommandSpec command = CommandSpec.create();

    private final Tools tools;

    Export(Tools tools) {
        this.tools = tools;
    }

    /// The formats on the class path.
    static final class Formats implements Iterable<String> {
        static final Catalogue<Exporter> ALL = Exporter.all();

        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }

    @Override
    public Integer call() throws Exception {
        Exporter exporter = Formats.ALL.find(format).orElseThrow(() -> new ParameterException(command.commandLine(),
                "--to: needs one of " + String.join(", ", names()) + ", got '" + format + "'"));
        Project project = source.open();
        Exported exported = exporter.write(trained(project, weights.file()), out.toAbsolutePath().normalize());
        command.commandLine().getOut().println(exported.report());
        return Exit.DONE;
    }

    private static List<String> names() {
        return Formats.ALL.entries().stream().map(e -> e.card().id()).toList();
    }

    private Trained trained(Project project, Path file) throws Failure {
        try (Engine engine = tools.engine().get()) {
            Event.Answered answer = new Conversation(engine, _ -> {}).ask(
                    new Command.Answer(project, source.base(), file, Proof.SAMPLES),
                    Event.Answered.class);
            return Trained.of(project, source.name(), answer.labels(), answer.preparation(), answer.weights(),
                    answer.inputs(), answer.outputs());
        }
    }
}
