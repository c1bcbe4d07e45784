package org.lamina.engine;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lamina.compile.CompileException;
import org.lamina.compile.NodeFailure;
import org.lamina.data.DataException;
import org.lamina.file.Trouble;
import org.lamina.graph.NodeId;
import org.lamina.spec.Words;

/// Work that could not be done, in words for people.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final String phase;
    private final @Nullable String node;

    Refusal(String phase, @Nullable NodeId node, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.phase = phase;
        this.node = node == null ? null : node.value();
    }

    /// Does some work and turns anything thrown into a refusal.
    static <T> T during(String phase, Callable<T> work) throws Refusal {
        try {
            return work.call();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (Exception | OutOfMemoryError | StackOverflowError | LinkageError e) {
            throw of(phase, e);
        }
    }

    static Refusal of(String phase, Throwable thrown) {
        NodeId node = thrown instanceof NodeFailure failure ? failure.node()
                : thrown instanceof CompileException compile ? compile.node() : null;
        return new Refusal(phase, node, words(thrown), thrown);
    }

    /// @param endsRun whether a run, or the start of one, ends with it
    Event.Failed event(boolean endsRun) {
        StringWriter trace = new StringWriter();
        Throwable cause = getCause();
        if (cause != null)
            cause.printStackTrace(new PrintWriter(trace));
        return new Event.Failed(phase, node == null ? null : new NodeId(node),
                Objects.requireNonNullElse(getMessage(), toString()), trace.toString(), endsRun);
    }

    private static String words(Throwable thrown) {
        String message = Objects.requireNonNullElse(thrown.getMessage(), thrown.getClass().getSimpleName());
        if (thrown instanceof OutOfMemoryError || isOutOfMemory(message))
            return "This needs more memory than there is: make the batch or the layers smaller, or close other programs";
        return switch (thrown) {
            case DataException _,CompileException _,WeightsException _,IllegalArgumentException _ -> message;
            case FileSystemException file when file.getFile() != null -> Trouble.words(file);
            case IOException io -> Words.sentence(Trouble.words(io));
            case NodeFailure failure -> failure.node() + " could not compute: " + firstLine(message);
            case EngineException _ -> "PyTorch could not compute: " + firstLine(message);
            default -> "Something unexpected went wrong (" + thrown.getClass().getSimpleName() + ": "
                    + firstLine(message) + ")";
        };
    }

    private static boolean isOutOfMemory(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return text.contains("out of memory") || text.contains("can't allocate memory")
                || text.contains("not enough memory");
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
