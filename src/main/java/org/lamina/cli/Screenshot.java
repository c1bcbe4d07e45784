package org.lamina.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Draws the studio's window with a project.
@Command(name = "screenshot", mixinStandardHelpOptions = true, sortOptions = false, description = "Draw the real window with the project into a PNG file; needs no display.")
final class Screenshot implements Callable<Integer> {
    enum Theme {
        light,
        dark
    }

    /// Those of the window's drawer, by the names of their tabs.
    enum Panel {
        plots,
        maps,
        hierarchy,
        depth,
        plane,
        arithmetic,
        step,
        predictions,
        why,
        fooling,
        write,
        data,
        problems
    }

    @Mixin
    private ProjectArgument source = new ProjectArgument();

    @Option(names = "--out", paramLabel = "PNG", required = true, description = "The picture to write.")
    private Path out = Path.of("");

    @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "light", description = "Colours.")
    private Theme theme = Theme.light;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "0", description = "Steps that the network learns before it is drawn, learning on. As always, the run is kept beside the project.")
    private int steps;

    @Option(names = "--panel", paramLabel = "NAME", split = ",", description = "The panel to open: ${COMPLETION-CANDIDATES}. For several, separated by commas, as many pictures are written: window-maps.png, window-why.png.")
    private List<Panel> panels = List.of();

    @Spec
    private CommandSpec command = CommandSpec.create();

    private final Tools tools;

    Screenshot(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        if (steps < 0)
            throw new ParameterException(command.commandLine(),
                    "Option --steps takes 0 or more, not %d.".formatted(steps));
        Map<Path, String> pictures = pictures(out.toAbsolutePath().normalize());
        tools.screenshots().take(source.open(), source.file().toAbsolutePath(), theme.name(), steps, pictures);
        pictures.keySet().forEach(command.commandLine().getOut()::println);
        return Exit.DONE;
    }

    /// One picture; where there are several panels, one for each with its name.
    private Map<Path, String> pictures(Path png) {
        if (panels.size() < 2)
            return Map.of(png, panels.isEmpty() ? "" : panels.getFirst().name());
        Map<Path, String> pictures = new LinkedHashMap<>();
        String name = Objects.requireNonNull(png.getFileName()).toString();
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        panels.forEach(panel -> pictures.put(
                png.resolveSibling(name.substring(0, dot) + "-" + panel + name.substring(dot)), panel.name()));
        return pictures;
    }
}
