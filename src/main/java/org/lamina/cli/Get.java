package org.lamina.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lamina.data.Published;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Fetches a published data set.
@Command(name = "get", mixinStandardHelpOptions = true, sortOptions = false, description = "Fetch a published data set into a folder.", footerHeading = "%nExample:%n", footer = "  lamina get mnist --out data/mnist")
final class Get implements Callable<Integer> {
    @Parameters(paramLabel = "SET", description = "One of: mnist, fashion-mnist.")
    private String id = "";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder for its files; created.")
    private Path out = Path.of("");

    @Spec
    private CommandSpec command = CommandSpec.create();

    private final Tools tools;

    Get(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        Published set = tools.published().stream().filter(p -> p.id().equals(id)).findFirst()
                .orElseThrow(() -> new ParameterException(command.commandLine(), "SET: needs one of "
                        + String.join(", ", tools.published().stream().map(Published::id).toList()) + ", got '" + id
                        + "'"));
        Path folder = out.toAbsolutePath().normalize();
        AtomicBoolean stopped = new AtomicBoolean();
        try (Interrupt _ = new Interrupt(tools, () -> stopped.set(true))) {
            set.into(folder, (_, what) -> {
                say(what);
                return !stopped.get();
            });
            say("");
            command.commandLine().getOut().println(folder);
        }
        return Exit.DONE;
    }

    /// On a terminal, in place of what was said before.
    private void say(String what) {
        if (tools.terminal()) {
            command.commandLine().getErr().print(BarReporter.START_OF_LINE_CLEARED + what);
            command.commandLine().getErr().flush();
        }
    }
}
