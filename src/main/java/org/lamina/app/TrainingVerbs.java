package org.lamina.app;

import java.util.List;
import org.lamina.engine.Command;
import org.lamina.graph.Graph;
import org.lamina.graph.Problem;
import org.lamina.spec.Words;

/// What can be done with a run in each state, and why the rest cannot.
public final class TrainingVerbs {

    private static final String UNDER_WAY = "A run is under way: stop it first";
    private static final String NO_RUN = "Nothing is training: press Train first";

    public final Verb train;
    public final Verb resumeFromWeights;
    public final Verb pause;
    public final Verb resume;
    public final Verb stepBatch;
    public final Verb takeApart;
    public final Verb stepEpoch;
    public final Verb stop;
    public final Verb restart;
    public final Verb restartNewSeed;

    TrainingVerbs(Training training) {
        train = new Verb("Train", () -> training.start(false, false));
        resumeFromWeights = new Verb("Train on from these weights", () -> training.start(true, false));
        pause = new Verb("Pause", training::pause);
        resume = new Verb("Resume", training::resume);
        stepBatch = new Verb("Step one batch", () -> training.step(new Command.StepBatch()));
        takeApart = new Verb("Step one batch, beat by beat", () -> training.step(new Command.StepBatch(true)));
        stepEpoch = new Verb("Step one epoch", () -> training.step(new Command.StepEpoch()));
        stop = new Verb("Stop and keep", training::stop);
        restart = new Verb("Restart with the same seed", () -> training.start(false, false));
        restartNewSeed = new Verb("Restart with a new seed", training::startWithNewSeed);
    }

    /// All of them, in the order of a menu.
    public List<Verb> all() {
        return List.of(train, resumeFromWeights, pause, resume, stepBatch, takeApart, stepEpoch, stop, restart,
                restartNewSeed);
    }

    /// What begins a run can be asked for while the engine is starting: it is done as soon as the engine is there.
    ///
    /// @param problems what keeps the project from being trained; empty where nothing does
    void allow(RunState state, String problems, boolean weights, boolean stale) {
        boolean running = state == RunState.RUNNING;
        boolean paused = state == RunState.PAUSED;
        String busy = state == RunState.STOPPING ? "The run is being stopped" : "";
        String fresh = busy.isEmpty() ? problems : busy;
        String idle = state.isUnderWay() ? UNDER_WAY : fresh;
        train.allow(idle);
        resumeFromWeights.allow(!idle.isEmpty() ? idle
                : !weights ? "There are no trained weights yet"
                        : stale ? "The network has changed since these weights were trained" : "");
        restart.allow(fresh);
        restartNewSeed.allow(fresh);
        pause.allow(running ? "" : paused ? "The run is paused already" : NO_RUN);
        resume.allow(paused ? "" : running ? "The run is not paused" : NO_RUN);
        String step = running ? "Pause the run first" : paused ? "" : idle;
        stepBatch.allow(step);
        takeApart.allow(step);
        stepEpoch.allow(step);
        stop.allow(state == RunState.STOPPING ? busy : state.isUnderWay() ? "" : NO_RUN);
    }

    /// The errors of a project in one line; empty where it has none.
    static String summary(Graph graph, List<Problem> problems) {
        List<Problem> errors = problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
        if (errors.isEmpty())
            return "";
        Problem first = errors.getFirst();
        String where = first.node() == null ? "" : graph.node(first.node()).map(n -> n.label() + ": ").orElse("");
        String count = Words.count(errors.size(), "problem");
        return count + ". " + where + first.message();
    }
}
