package org.lamina.ui.train;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.lamina.app.Dissection;
import org.lamina.app.TrainingVerbs;
import org.lamina.app.Verb;
import org.lamina.ui.Action;
import org.lamina.ui.ActionGroup;

/// What can be done with a run, for menu, tool bar and keyboard.
public final class TrainingActions {

    private final Action train;
    private final Action open;
    private final Action on;
    private final Action pause;
    private final Action resume;
    private final Action stepBatch;
    private final Action stepEpoch;
    private final List<Action> beats;
    private final Action stop;
    private final Action restart;
    private final Action restartNewSeed;

    /// @param dissection of a step that is taken apart
    /// @param showStep shows it
    /// @param open asks for a file with weights and loads it
    public TrainingActions(TrainingVerbs verbs, Dissection dissection, Runnable showStep, Runnable open) {
        this.open = Action.of("open-weights", "Open trained weights…", Feather.UPLOAD, "Shortcut+Shift+O", open)
                .unless(verbs.train.whyNotProperty());
        train = action("train", verbs.train, Feather.PLAY, "F5");
        on = action("train-on", verbs.resumeFromWeights, Feather.SKIP_FORWARD, "Shift+F5");
        pause = action("pause", verbs.pause, Feather.PAUSE, "F6");
        resume = action("resume", verbs.resume, Feather.PLAY_CIRCLE, "Shift+F6");
        stepBatch = action("step-batch", verbs.stepBatch, Feather.CHEVRON_RIGHT, "F7");
        stepEpoch = action("step-epoch", verbs.stepEpoch, Feather.CHEVRONS_RIGHT, "Shift+F7");
        beats = List.of(Action.of("take-apart", verbs.takeApart.title(), Feather.FILM, "Shortcut+F7", () -> {
            showStep.run();
            verbs.takeApart.run();
        }).unless(verbs.takeApart.whyNotProperty()),
                beat("next-beat", "Next beat of the step", "F11", dissection, () -> dissection.pace().step(1)),
                beat("previous-beat", "Beat before", "Shift+F11", dissection, () -> dissection.pace().step(-1)),
                beat("play-beats", "Play the step in slow motion", "F12", dissection, dissection.pace()::toggle));
        stop = action("stop", verbs.stop, Feather.SQUARE, "F8");
        restart = action("restart", verbs.restart, Feather.ROTATE_CCW, "F9");
        restartNewSeed = action("restart-new-seed", verbs.restartNewSeed, Feather.SHUFFLE, "Shift+F9");
    }

    public ActionGroup group() {
        return new ActionGroup("Train", List.of(List.of(train, on, open), List.of(pause, resume, stop),
                List.of(stepBatch, stepEpoch), beats, List.of(restart, restartNewSeed)));
    }

    /// Those that the tool bar shows after Train.
    List<Action> buttons() {
        return List.of(pause, resume, stepBatch, stepEpoch, stop, restart, restartNewSeed);
    }

    /// Steps one batch and shows it beat by beat.
    public Action takeApart() {
        return beats.getFirst();
    }

    Action train() {
        return train;
    }

    private static Action beat(String id, String title, String keys, Dissection dissection, Runnable run) {
        return Action.of(id, title, null, keys, run).when(dissection.stepProperty().map(Objects::nonNull).orElse(false),
                "no step is taken apart");
    }

    private static Action action(String id, Verb verb, Ikon icon, @Nullable String keys) {
        return Action.of(id, verb.title(), icon, keys, verb::run).unless(verb.whyNotProperty());
    }
}
