package org.lamina.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Draws the studio's window with a project.
@Command(name = "screenshot", mixinStandardHelpOptions = true, sortOptions = false, description = "Draw the real window with the project into a PNG file; needs no display.")
final class Screenshot implements Callable<Integer> {
    enum Theme {
        light,
        dark
    }

    @Mixin
    private ProjectArgument source = new ProjectArgument();

    @Option(names = "--out", paramLabel = "PNG", required = true, description = "The picture to write.")
    private Path out = Path.of("");

    @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "light", description = "Colours.")
    private Theme theme = Theme.light;

    @Spec
    private CommandSpec command = CommandSpec.create();

    private final Tools tools;

    Screenshot(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        Path png = out.toAbsolutePath().normalize();
        tools.screenshots().take(source.open(), source.file().toAbsolutePath(), theme.name(), png);
        command.commandLine().getOut().println(png);
        return Exit.DONE;
    }
}
