package org.lamina.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What must be set before the native library loads.
///
/// GNU OpenMP, which PyTorch's CPU kernels use on Linux, lets idle threads spin for long; where another program wants
/// the same cores, a step then takes 10 to 90 times as long. A short spin costs nothing on a quiet machine.
///
/// PyTorch takes large arrays from the system and gives them back in every step, and the system then clears and maps
/// 4 KiB at a time: of a convolution's step, up to a quarter. Linux maps 2 MiB at a time where it is asked to.
final class NativeSettings {

    private static final Map<String, String> PROPERTIES = Map.of("OPT_OUT_TRACKING", "true",
            "ai.djl.default_engine", "PyTorch");
    private static final String SPIN = "GOMP_SPINCOUNT";
    private static final String LARGE_PAGES = "THP_MEM_ALLOC_ENABLE";
    /// A person's own choice of any of these wins.
    private static final List<String> WAITING = List.of(SPIN, "OMP_WAIT_POLICY", "GOMP_CPU_AFFINITY");

    private NativeSettings() {}

    static void apply() {
        PROPERTIES.forEach((key, value) -> {
            if (System.getProperty(key) == null)
                System.setProperty(key, value);
        });
        if (WAITING.stream().allMatch(name -> System.getenv(name) == null))
            setEnvironment(SPIN, "10000");
        if (System.getenv(LARGE_PAGES) == null)
            setEnvironment(LARGE_PAGES, "1");
    }

    /// Calls C's `setenv`, as Java cannot change the environment of its own process. Windows has none and another
    /// OpenMP.
    @SuppressWarnings("restricted") // The launchers allow native access.
    private static void setEnvironment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
        if (setenv.isEmpty())
            return;
        FunctionDescriptor signature = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS,
                ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            int _ = (int) linker.downcallHandle(setenv.get(), signature)
                    .invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot set " + name, e);
        }
    }
}
