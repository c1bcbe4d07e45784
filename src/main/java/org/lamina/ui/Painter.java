package org.lamina.ui;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;

/// The toolkit's thread that paints. It paints one frame while the FX thread prepares the next; where that is ready
/// first, the FX thread waits for it and answers nobody. So what changes much of a window, and can come a frame later,
/// comes when the painter rests. A graphics card paints so fast that nothing waits for it. FX thread.
public final class Painter {

    private static final Executor SOON = CompletableFuture.delayedExecutor(3, TimeUnit.MILLISECONDS,
            FxDoor.EXECUTOR);
    /// How often is asked, so that a change comes also where something moves all the time.
    private static final int PATIENCE = 80;
    private static final Optional<Thread> THREAD = find();
    private static final Queue<Runnable> LEFT = new ArrayDeque<>();

    private static boolean asking;

    private Painter() {}

    /// Whether a frame is being painted.
    static boolean isBusy() {
        return THREAD.map(Thread::getState).filter(Thread.State.RUNNABLE::equals).isPresent();
    }

    /// Does something soon, in the order asked for, once nothing is being painted. That must be seen twice: a frame handed
    /// over just now is not yet begun.
    public static void whenAtRest(Runnable change) {
        LEFT.add(change);
        if (!asking)
            ask(1, THREAD.isEmpty());
    }

    /// Whether all that was to be done is done.
    static boolean isSettled() {
        return LEFT.isEmpty();
    }

    private static void ask(int times, boolean rested) {
        boolean rests = !isBusy();
        asking = times < PATIENCE && !(rests && rested);
        if (asking)
            SOON.execute(() -> ask(times + 1, rests));
        else
            for (int due = LEFT.size(); due > 0; due--)
                LEFT.remove().run();
    }

    /// Empty where a graphics card paints. The thread has one name on all systems; where another version names it
    /// otherwise, nothing waits for it.
    private static Optional<Thread> find() {
        if (Platform.isSupported(ConditionalFeature.SCENE3D))
            return Optional.empty();
        Thread[] all = new Thread[2 * Thread.activeCount()];
        Thread.enumerate(all);
        return Arrays.stream(all).filter(Objects::nonNull).filter(t -> t.getName().startsWith("QuantumRenderer"))
                .findFirst();
    }
}
