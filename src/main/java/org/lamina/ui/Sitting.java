package org.lamina.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.lamina.app.Reading;
import org.lamina.app.RunState;
import org.lamina.app.Studio;
import org.lamina.app.Verb;
import org.lamina.app.Workspace;

/// Pictures of the window without a person: of a project, learning or not, with one panel after the other. Everything
/// happens on the FX thread, a frame after a frame.
final class Sitting {

    /// In which a window shows all that it has.
    private static final int FRAMES = 20;
    /// In which a panel asks the engine that learns, and shows the answers.
    private static final int LEARNING_FRAMES = 120;

    private final StudioWindow window;
    private final Scene scene;
    private final Studio studio;
    private final Workspace workspace;
    private final CompletableFuture<Map<Path, WritableImage>> drawn;
    private final Map<Path, WritableImage> pictures = new LinkedHashMap<>();
    private final Queue<Map.Entry<Path, String>> left = new ArrayDeque<>();

    /// @param studio in which a project is open
    /// @param drawn is completed with the pictures, or with what was in their way
    Sitting(StudioWindow window, Scene scene, Studio studio,
            CompletableFuture<Map<Path, WritableImage>> drawn) {
        this.window = window;
        this.scene = scene;
        this.studio = studio;
        this.workspace = Objects.requireNonNull(studio.workspace());
        this.drawn = drawn;
    }

    /// @param steps that the network learns before
    /// @param wanted the files, and the panel that each shows; empty for the one that is open at first
    void begin(int steps, Map<Path, String> wanted) {
        left.addAll(wanted.entrySet());
        Verb train = workspace.training().verbs().train;
        when(() -> Entering.isSettled() && !(workspace.data().readingProperty().get() instanceof Reading.Busy), () -> {
            if (steps == 0)
                next();
            else
                when(() -> workspace.training().state() != RunState.STARTING, () -> learn(train, steps));
        });
    }

    private void learn(Verb train, int steps) {
        if (!train.isReady()) {
            cannotLearn(train.whyNot());
            return;
        }
        train.run();
        when(() -> step() >= steps || !workspace.training().state().isUnderWay(), () -> {
            if (step() > 0)
                next();
            else
                cannotLearn(studio.notices().waiting().getLast().text());
        });
    }

    private long step() {
        return workspace.watch().status().progressProperty().get().step();
    }

    private void cannotLearn(String why) {
        drawn.completeExceptionally(new IOException("the network cannot learn: " + why));
    }

    private void next() {
        Map.Entry<Path, String> picture = left.poll();
        if (picture == null) {
            drawn.complete(pictures);
            return;
        }
        window.fire("show-" + picture.getValue());
        int[] frames = {workspace.training().state().isUnderWay() ? LEARNING_FRAMES : FRAMES};
        when(() -> Entering.isSettled() && --frames[0] == 0, () -> {
            pictures.put(picture.getKey(), scene.snapshot(null));
            next();
        });
    }

    /// Goes on in the first frame in which something is so.
    private void when(BooleanSupplier so, Runnable then) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                try {
                    if (!so.getAsBoolean())
                        return;
                    stop();
                    then.run();
                } catch (RuntimeException e) {
                    stop();
                    drawn.completeExceptionally(e);
                }
            }
        }.start();
    }
}
