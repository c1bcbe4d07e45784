package org.lamina.engine;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Lets the window go first where the engine, or Java's compilers, want the same core: it then waits milliseconds for it
/// where it would wait tens of them, and what it has to do is too little for them to miss. Linux only, where Java's own
/// priorities do nothing; elsewhere the native library's threads would not inherit it.
final class Courtesy {
    /// Steps below the usual priority, of 19: a tenth of the weight.
    private static final int STEPS = 10;
    private static final FunctionDescriptor SETPRIORITY = FunctionDescriptor.of(ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    private static final Path THREADS = Path.of("/proc/self/task");

    private Courtesy() {}

    /// Lowers the priority of this thread and of all that it starts later, the native library's among them.
    static void lowerPriority() {
        whereKnown(setpriority -> nice(setpriority, 0));
    }

    /// Lowers the priority of the threads that compile, and so of all that they start later. Not for the time in which the
    /// program starts: that is mostly compiling.
    static void lowerCompilers() {
        whereKnown(setpriority -> {
            String[] threads = THREADS.toFile().list();
            for (String thread : threads == null ? new String[0] : threads)
                if (name(thread).matches("C[12] Compiler.*"))
                    nice(setpriority, Integer.parseInt(thread));
        });
    }

    @SuppressWarnings("restricted") // The launchers allow native access.
    private static void whereKnown(Consumer<MethodHandle> lower) {
        if (!System.getProperty("os.name").equals("Linux"))
            return;
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setpriority = linker.defaultLookup().find("setpriority");
        setpriority.ifPresent(found -> lower.accept(linker.downcallHandle(found, SETPRIORITY)));
    }

    /// @param thread as the system numbers it; 0 for this one
    private static void nice(MethodHandle setpriority, int thread) {
        try {
            int _ = (int) setpriority.invokeExact(0, thread, STEPS);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot lower the priority", e);
        }
    }

    /// Empty for a thread that has ended.
    private static String name(String thread) {
        try {
            return Files.readString(THREADS.resolve(thread).resolve("comm")).strip();
        } catch (IOException _) {
            return "";
        }
    }
}
