package org.lamina.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamina.project.Task;
import org.lamina.spec.Params;

/// Does what commands ask, with one model in hand and at most one run. Whatever goes wrong becomes
/// [Event.Failed]. One thread only.
final class Session implements AutoCloseable {

    /// How many times longer a training step takes than first answers may before it.
    private static final int STEP_TO_ANSWERS = 4;

    private final Run.World world;
    private final Library library;
    private final InHand hand;
    private @Nullable Run run;
    private @Nullable Scribe scribe;

    /// @param cancelled whether the reading of data is to stop
    Session(Devices devices, Run.World world, BooleanSupplier cancelled) {
        this.world = world;
        library = new Library(devices, world.events(), cancelled);
        hand = new InHand(world, this::step, this::isTraining);
    }

    /// Whether [#advance] has something to do.
    boolean isBusy() {
        return scribe != null || isTraining() || hand.isAsked() || hand.isBehind();
    }

    private long step() {
        return run == null ? 0 : run.step();
    }

    private boolean isTraining() {
        return run != null && !run.isPaused();
    }

    void handle(Command command) {
        boolean ofRun = command instanceof Command.Train || command instanceof Command.Stop;
        guarded("answering " + command.getClass().getSimpleName(), ofRun, () -> {
            switch (command) {
                case Command.Train train -> train(train);
                case Command.Load load -> load(load);
                case Command.Evaluate evaluate -> evaluate(evaluate);
                case Command.Answer answer -> answer(answer);
                case Command.Look(Looks wanted) -> hand.look(wanted);
                case Command.Recall(long step) -> hand.recall(step);
                case Command.Remember(long bytes) -> hand.remember(bytes);
                case Command.PutWeight put -> hand.put(put);
                case Command.Write(Writing writing) -> write(writing);
                case Command.StopWriting _ -> stopWriting();
                case Command.Forget _ -> forget();
                case Command.Stop _,Command.Shutdown _ -> stop();
                case Command.Steering steering -> steer(steering);
            }
        });
    }

    /// Answers a bit of a question, goes back to a moment, writes one token, then trains or validates one batch of the run.
    void advance() {
        if (hand.isAsked())
            hand.answer(run == null ? 0 : run.lastStep() / STEP_TO_ANSWERS);
        if (hand.isBehind() && !guarded("going back", false, hand::goBack))
            hand.recall(Hindsight.NOW);
        Scribe writer = scribe;
        if (writer != null && !guarded("writing", false, () -> writeOn(writer)))
            scribe = null;
        Run current = run;
        if (current != null && !current.isPaused())
            advance(current);
    }

    private void advance(Run current) {
        boolean done = guarded("training", true, current::advance);
        if (!done && !current.isEnded())
            guarded("saving the weights", true, current::rescue);
        if (!done || current.isEnded())
            dropRun();
    }

    private void steer(Command.Steering command) throws Refusal {
        if (run == null)
            return;
        switch (command) {
            case Command.Pause _ -> run.pause();
            case Command.Resume _ -> run.resume();
            case Command.StepBatch(boolean apart) -> run.stepBatch(apart);
            case Command.StepEpoch _ -> run.stepEpoch();
            case Command.LearningRate(double value) -> run.learningRate(Library.inRange(value));
        }
    }

    private void train(Command.Train command) throws Refusal {
        stop();
        Model opened = library.open(command.project(), command.base(), command.device());
        try {
            Start start = Start.of(opened, command.weights());
            RunFolder folder = Refusal.during("creating the folder of the run",
                    () -> new RunFolder(command.run(), command.project()));
            begin(command, opened, start, folder);
        } catch (Refusal | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void begin(Command.Train command, Model opened, Start start, RunFolder folder) {
        Looker eyes = take(opened);
        Hindsight back = hand.keep(opened);
        Run begun = new Run(opened, start, folder, command.paused(), eyes, back, world);
        run = begun;
        world.mailbox().take();
        world.events().accept(begun.started(command.run(),
                Stream.concat(start.warnings().stream(), folder.warnings().stream()).toList()));
        back.keep(begun.step());
        if (command.paused()) {
            world.events().accept(new Event.Paused(begun.step()));
            eyes.rest(begun.step());
        }
    }

    private void load(Command.Load command) throws Refusal {
        stop();
        Model opened = library.trained(command.project(), command.base(), command.device(), command.weights());
        Looker eyes = take(opened);
        world.events().accept(new Event.Loaded(command.weights(), opened.device(), opened.data().info(),
                opened.task(), opened.validationTargets()));
        eyes.rest(0);
    }

    private Looker take(Model opened) {
        stopWriting();
        return hand.take(opened);
    }

    private void evaluate(Command.Evaluate command) throws Refusal {
        try (Model opened = library.trained(command.project(), command.base(), command.device(), command.weights())) {
            world.events().accept(Refusal.during("evaluating", () -> Validated.evaluate(opened, world)));
        }
    }

    private void answer(Command.Answer command) throws Refusal {
        Path weights = command.weights();
        if (weights != null) {
            try (Model opened = library.trained(command.project(), command.base(), "cpu", weights)) {
                world.events().accept(Refusal.during("answering", () -> Validated.answer(opened, command.samples())));
            }
            return;
        }
        Model current = hand.model("answering");
        world.events().accept(Refusal.during("answering", () -> Validated.answer(current, command.samples())));
    }

    private void write(Writing writing) throws Refusal {
        stopWriting();
        Model current = hand.model("writing");
        if (current.task() != Task.NEXT_TOKEN)
            throw new Refusal("writing", null,
                    "Only a network that learns which token follows can write: set the task to next token", null);
        for (Map.Entry<String, String> violation : Params.violations(writing).entrySet())
            throw new Refusal("writing", null, violation.getValue(), null);
        scribe = Refusal.during("writing", () -> new Scribe(current, writing));
    }

    private void writeOn(Scribe writer) {
        world.events().accept(new Event.Wrote(writer.next(), writer.isDone()));
        if (writer.isDone())
            scribe = null;
    }

    private void stopWriting() {
        if (scribe != null)
            world.events().accept(new Event.Wrote("", true));
        scribe = null;
    }

    private void stop() throws Refusal {
        Run current = run;
        if (current == null)
            return;
        try {
            current.stop();
        } finally {
            dropRun();
        }
    }

    private void forget() throws Refusal {
        try {
            stop();
        } finally {
            stopWriting();
            hand.forget();
            world.mailbox().take();
            world.events().accept(new Event.Forgotten());
        }
    }

    private void dropRun() {
        if (run != null)
            run.close();
        run = null;
    }

    private interface Work {
        void run() throws Exception;
    }

    /// @param ofRun whether a run ends where the work cannot be done
    /// @return whether the work was done
    private boolean guarded(String phase, boolean ofRun, Work work) {
        try {
            Refusal.during(phase, () -> {
                work.run();
                return phase;
            });
            return true;
        } catch (Refusal refusal) {
            world.events().accept(refusal.event(ofRun));
            return false;
        }
    }

    @Override
    public void close() {
        dropRun();
        stopWriting();
        hand.close();
    }
}
