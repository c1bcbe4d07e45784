package org.lamina.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.stream.Collectors;
import org.lamina.data.DataException;
import org.lamina.export.ExportException;
import org.lamina.file.Trouble;
import org.lamina.project.ProjectException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/// The program's command line.
@Command(name = "lamina", version = "Lamina 0.1.0", mixinStandardHelpOptions = true, sortOptions = false, synopsisSubcommandLabel = "COMMAND", description = "Draw a network, train it, watch it learn, take it away. Without arguments, or with a project file alone, the studio opens.", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
        "0:done", "1:the work failed", "2:wrong use",
        "3:no display for the studio"}, footerHeading = "%nExamples:%n", footer = {
                "  lamina train sample-projects/digits-cnn.lamina --epochs 2",
                "  lamina train sample-projects/mnist-idx.lamina --data mnist --json",
                "  lamina export digits-cnn.lamina --weights last.safetensors --to onnx --out a.onnx",
                "", "'lamina COMMAND --help' tells more of one command."})
public final class Lamina {
    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the technical cause of a failure.")
    private boolean verbose;

    private Lamina() {}

    /// Runs one command.
    ///
    /// @param out results, and with `--json` nothing else
    /// @param err warnings and failures
    /// @return the exit code
    public static int run(Tools tools, PrintWriter out, PrintWriter err, String... arguments) {
        Lamina root = new Lamina();
        CommandLine line = new CommandLine(root);
        line.addSubcommand(new Train(tools)).addSubcommand(new Check()).addSubcommand(new Info())
                .addSubcommand(new Evaluate(tools)).addSubcommand(new Export(tools)).addSubcommand(new Write(tools))
                .addSubcommand(new Screenshot(tools)).addSubcommand(new Get(tools));
        line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Lamina::misused).setExecutionExceptionHandler(root::failed);
        Numbers.register(line);
        try {
            return line.execute(arguments);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /// What is wrong and where to read on: the whole help would push the reason out of sight.
    private static int misused(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("lamina: " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.print(command.getUsageMessage().lines().takeWhile(line -> line.startsWith("Usage:") || line.startsWith(" "))
                .map(line -> line + System.lineSeparator()).collect(Collectors.joining()));
        err.println("'" + command.getCommandSpec().qualifiedName() + " --help' tells more.");
        return Exit.WRONG_USE;
    }

    private int failed(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        boolean expected = e instanceof Failure || e instanceof ProjectException || e instanceof DataException
                || e instanceof ExportException || e instanceof IOException;
        String message = e instanceof IOException io ? Trouble.words(io)
                : Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        err.println("lamina: " + (expected ? message : "unexpected " + e.getClass().getSimpleName() + ": " + message));
        if (verbose)
            e.printStackTrace(err);
        return Exit.FAILED;
    }
}
