package org.lamina;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.lamina.cli.Exit;
import org.lamina.cli.Lamina;
import org.lamina.cli.Tools;
import org.lamina.data.download.Download;
import org.lamina.engine.EngineThread;
import org.lamina.project.ProjectFile;

/// The composition root: the only class that sees everything. It picks the studio or the command line.
public final class Main {

    private Main() {}

    static void main(String[] args) {
        // Charts and pictures are drawn by Java2D into memory. Without this, its first use on a Mac starts AWT's own event
        // loop, which fights with JavaFX's for the first thread. JavaFX's windows, choosers and clipboard use no AWT.
        System.setProperty("java.awt.headless", "true");
        // DJL asks a cloud's metadata service four times at its start unless told not to.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.exit(args.length == 0 ? studio(null)
                : isProject(args) ? studio(Path.of(args[0]).toAbsolutePath()) : commandLine(args));
    }

    /// As a file manager asks for it.
    private static boolean isProject(String[] args) {
        return args.length == 1 && args[0].endsWith(ProjectFile.EXTENSION);
    }

    /// @param file a project to open; null for the start page
    private static int studio(@Nullable Path file) {
        if (!Desktop.hasDisplay())
            return noDisplay();
        try {
            Desktop.run(file);
            return Exit.DONE;
        } catch (UnsupportedOperationException _) { // JavaFX's answer where the display named cannot be opened
            return noDisplay();
        }
    }

    private static int noDisplay() {
        System.err.println("There is no display for the studio's window; the same work without one:"
                + " target/lamina --help, or mvn -q -Prun -Dlamina.args=--help");
        return Exit.NO_DISPLAY;
    }

    private static int commandLine(String[] args) {
        Logger.getLogger("").setLevel(List.of(args).contains("--verbose") ? Level.INFO : Level.SEVERE);
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, charset("stdout.encoding"));
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, charset("stderr.encoding"));
        // Whatever a library prints must not get between the lines of --json.
        System.setOut(System.err);
        // The default console is null in a pipe; another provider's says so itself.
        boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return Lamina.run(new Tools(EngineThread::start, Desktop::screenshot, Main::onInterrupt, terminal,
                List.of(Download.values())), out, err, args);
    }

    /// What the terminal reads; UTF-8 where that cannot say `1×28×28`.
    private static Charset charset(String property) {
        Charset charset = Charset.forName(System.getProperty(property, "UTF-8"));
        return charset.newEncoder().canEncode("×…") ? charset : StandardCharsets.UTF_8;
    }

    private static Runnable onInterrupt(Runnable action) {
        Thread hook = new Thread(action, "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // The hook is what runs: the program is ending.
            }
        };
    }
}
