package org.lamina.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lamina.engine.Command;
import org.lamina.engine.Engine;
import org.lamina.engine.Event;
import org.lamina.engine.Writing;
import org.lamina.project.Project;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Has a trained network write.
@CommandLine.Command(name = "write", mixinStandardHelpOptions = true, sortOptions = false, description = "Write a text with a network that was trained to foretell the next token.", footerHeading = "%nExample:%n", footer = "  lamina write counting-gpt.lamina --weights last.safetensors --prompt \"7 10 \"")
final class Write implements Callable<Integer> {
    @Mixin
    private ProjectArgument source = new ProjectArgument();

    @Mixin
    private WeightsOption weights = new WeightsOption();

    @Mixin
    private DeviceOption device = new DeviceOption();

    @Option(names = "--prompt", paramLabel = "TEXT", description = "What the text begins with.")
    private String prompt = "";

    @Option(names = "--length", paramLabel = "TOKENS", defaultValue = "300", description = "How many tokens are written; ${DEFAULT-VALUE} if not given.")
    private int length;

    @Option(names = "--temperature", paramLabel = "T", defaultValue = "0.8", description = "0 always takes the likeliest token, 1 chooses by the network's own probabilities; ${DEFAULT-VALUE} if not given.")
    private double temperature;

    @Option(names = "--top-k", paramLabel = "K", defaultValue = "0", description = "Choose from the K likeliest tokens only; 0 means all.")
    private int topK;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same seed writes the same text.")
    private int seed;

    @Spec
    private CommandSpec command = CommandSpec.create();

    private final Tools tools;

    Write(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        Project project = source.open();
        Path trained = weights.file();
        try (Engine engine = tools.engine().get()) {
            Conversation conversation = new Conversation(engine, _ -> {});
            conversation.ask(new Command.Load(project, source.base(), device.id(), trained), Event.Loaded.class);
            write(conversation);
            return Exit.DONE;
        }
    }

    private void write(Conversation conversation) throws Failure {
        PrintWriter out = command.commandLine().getOut();
        out.print(prompt);
        Event.Wrote wrote = conversation.ask(
                new Command.Write(new Writing(prompt, length, temperature, topK, seed)), Event.Wrote.class);
        while (!wrote.last()) {
            out.print(wrote.text());
            out.flush();
            wrote = conversation.hear(Event.Wrote.class);
        }
        out.println(wrote.text());
    }
}
