package org.lamina.engine;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// Lets the window go first where the engine wants the same core: it then waits milliseconds for it where it would wait
/// tens of them, and what it has to do is too little for the engine to miss.
final class Courtesy {
    /// Steps below the usual priority, of 19: a tenth of the weight.
    private static final int NICE = 10;
    private static final FunctionDescriptor SETPRIORITY = FunctionDescriptor.of(ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);

    private Courtesy() {}

    /// Lowers the priority of this thread and of all that it starts later, the native library's among them. Linux only,
    /// where Java's own priorities do nothing; elsewhere the native library's threads would not inherit it.
    static void lowerPriority() {
        if (System.getProperty("os.name").equals("Linux"))
            nice();
    }

    @SuppressWarnings("restricted") // The launchers allow native access.
    private static void nice() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setpriority = linker.defaultLookup().find("setpriority");
        if (setpriority.isEmpty())
            return;
        try {
            int _ = (int) linker.downcallHandle(setpriority.get(), SETPRIORITY).invokeExact(0, 0, NICE);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot lower the priority", e);
        }
    }
}
