package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.spec.Params;
import org.lamina.tensor.Safetensors;

/// Does what commands ask, with one model in hand and at most one run. Whatever goes wrong becomes
/// [Event.Failed]. One thread only.
final class Session implements AutoCloseable {

    private final Run.World world;
    private final Library library;
    private Looks looks = Looks.NOTHING;
    private @Nullable Model model;
    private @Nullable Looker looker;
    private @Nullable Hindsight hindsight;
    private @Nullable Run run;
    private long remembered = 256_000_000;
    private @Nullable Scribe scribe;

    /// @param cancelled whether the reading of data is to stop
    Session(Devices devices, Run.World world, BooleanSupplier cancelled) {
        this.world = world;
        library = new Library(devices, world.events(), cancelled);
    }

    /// Whether [#advance] has something to do.
    boolean isBusy() {
        return scribe != null || isTraining() || isAsked() || isBehind();
    }

    private boolean isAsked() {
        return looker != null && looker.isAsked(step(), isTraining());
    }

    private boolean isBehind() {
        return hindsight != null && hindsight.isBehind();
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
                case Command.Look(Looks wanted) -> look(wanted);
                case Command.Recall(long step) -> recall(step);
                case Command.Remember(long bytes) -> remember(bytes);
                case Command.PutWeight put -> put(put);
                case Command.Write(Writing writing) -> write(writing);
                case Command.StopWriting _ -> stopWriting();
                case Command.Forget _ -> forget();
                case Command.Stop _,Command.Shutdown _ -> stop();
                case Command.Pause _,Command.Resume _,Command.StepBatch _,Command.StepEpoch _,Command.LearningRate _ ->
                    steer(command);
            }
        });
    }

    /// Answers a bit of a question, goes back to a moment, writes one token, then trains or validates one batch of the run.
    void advance() {
        Looker eyes = looker;
        if (eyes != null && isAsked())
            eyes.answer(step(), isTraining());
        Hindsight back = hindsight;
        if (back != null && isBehind() && !guarded("going back", false,
                () -> back.advance().ifPresent(step -> world.events().accept(new Event.Recalled(step)))))
            recall(Hindsight.NOW);
        Scribe writer = scribe;
        if (writer != null && !guarded("writing", false, () -> writeOn(writer)))
            scribe = null;
        Run current = run;
        if (current == null || current.isPaused())
            return;
        boolean done = guarded("training", true, current::advance);
        if (!done && !current.isEnded())
            guarded("saving the weights", true, current::rescue);
        if (!done || current.isEnded())
            dropRun();
    }

    private void steer(Command command) throws Refusal {
        if (run == null)
            return;
        switch (command) {
            case Command.Pause _ -> run.pause();
            case Command.Resume _ -> run.resume();
            case Command.StepBatch(boolean apart) -> run.stepBatch(apart);
            case Command.StepEpoch _ -> run.stepEpoch();
            case Command.LearningRate(double value) -> run.learningRate(Library.inRange(value));
            default -> throw new IllegalArgumentException("no steering: " + command);
        }
    }

    private void train(Command.Train command) throws Refusal {
        stop();
        Model opened = library.open(command.project(), command.base(), command.device());
        Trainer trainer = Refusal.during("preparing the run", () -> trainer(opened));
        try {
            begin(command, opened, trainer);
        } catch (Refusal | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static Trainer trainer(Model opened) {
        try {
            return new Trainer(opened.network(), opened.objective(), opened.project().plan());
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void begin(Command.Train command, Model opened, Trainer trainer) throws Refusal {
        List<String> warnings = new ArrayList<>(opened.data().warnings());
        opened.project().augmentation().complaint(opened.data().info().input()).ifPresent(warnings::add);
        int epochsDone = Refusal.during("loading the weights",
                () -> startFrom(command.weights(), opened, trainer, warnings));
        RunFolder folder = Refusal.during("creating the folder of the run",
                () -> new RunFolder(command.run(), command.project()));
        Looker eyes = take(opened);
        Hindsight back = new Hindsight(opened, new Moments(remembered, opened.network().bytes(), world.clock()),
                world.mailbox(), world.clock());
        hindsight = back;
        world.mailbox().overhear(back::see);
        Run begun = new Run(opened, trainer, folder, epochsDone, command.paused(), eyes, back, threads(opened), world);
        run = begun;
        long parameters = opened.network().trained().values().stream().mapToLong(NDArray::size).sum();
        world.mailbox().take();
        world.events().accept(new Event.Started(command.run(), opened.device(), opened.data().info(),
                opened.task(), opened.split().train().length, opened.validationTargets(), parameters,
                begun.stepsPerEpoch(),
                opened.project().plan().epochs(), warnings));
        back.keep(begun.step());
        if (command.paused()) {
            world.events().accept(new Event.Paused(begun.step()));
            eyes.all(begun.step());
        }
    }

    /// @return how many epochs the weights have seen, where the run goes on from there
    private static int startFrom(@Nullable Path weights, Model opened, Trainer trainer, List<String> warnings)
            throws Exception {
        if (weights == null)
            return 0;
        Checkpoint from = Checkpoint.of(Safetensors.read(weights));
        if (from.continues(opened.project().plan())) {
            from.resume(opened.network(), trainer.updater());
            warnings.add("Goes on after epoch " + from.epoch() + " of " + weights.getFileName());
        } else {
            opened.network().load(from.weights());
            warnings.add("Starts with the weights of " + weights.getFileName() + ", at the first epoch");
        }
        trainer.keep();
        return from.continues(opened.project().plan()) ? from.epoch() : 0;
    }

    private ThreadChoice threads(Model opened) {
        boolean cpu = opened.device().id().equals("cpu");
        return new ThreadChoice(cpu ? Runtime.getRuntime().availableProcessors() : 1, Torch::threads,
                world.clock());
    }

    private void load(Command.Load command) throws Refusal {
        stop();
        Model opened = trained(command.project(), command.base(), command.device(), command.weights());
        Looker eyes = take(opened);
        world.events().accept(new Event.Loaded(command.weights(), opened.device(), opened.data().info(),
                opened.task(), opened.validationTargets()));
        eyes.all(0);
    }

    private Model trained(Project project, Path base, String device, Path weights) throws Refusal {
        Model opened = library.open(project, base, device);
        try {
            Refusal.during("loading the weights", () -> {
                opened.network().load(Checkpoint.of(Safetensors.read(weights)).weights());
                return opened;
            });
        } catch (Refusal e) {
            opened.close();
            throw e;
        }
        return opened;
    }

    private void evaluate(Command.Evaluate command) throws Refusal {
        try (Model opened = trained(command.project(), command.base(), command.device(), command.weights())) {
            world.events().accept(Refusal.during("evaluating", () -> Validated.evaluate(opened, world)));
        }
    }

    private void answer(Command.Answer command) throws Refusal {
        Path weights = command.weights();
        if (weights != null) {
            try (Model opened = trained(command.project(), command.base(), "cpu", weights)) {
                world.events().accept(Refusal.during("answering", () -> Validated.answer(opened, command.samples())));
            }
            return;
        }
        Model current = inHand("answering");
        world.events().accept(Refusal.during("answering", () -> Validated.answer(current, command.samples())));
    }

    private void write(Writing writing) throws Refusal {
        stopWriting();
        Model current = inHand("writing");
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

    private void put(Command.PutWeight command) throws Refusal {
        Model current = inHand("setting a weight");
        Refusal.during("setting a weight", () -> {
            current.network().put(command.parameter(), command.index(), command.value());
            return current;
        });
        if (looker == null)
            return;
        looker.changed();
        if (!isTraining())
            looker.all(step());
    }

    private void look(Looks wanted) {
        looks = wanted;
        if (looker == null)
            return;
        if (hindsight != null)
            hindsight.looks(wanted);
        if (isBack())
            return;
        looker.looks(wanted);
        if (!isTraining())
            looker.all(step());
    }

    private boolean isBack() {
        return hindsight != null && hindsight.isBack();
    }

    /// The present is not looked at meanwhile.
    private void recall(long step) {
        if (hindsight == null || looker == null)
            return;
        boolean before = isBack();
        hindsight.recall(step, looks);
        if (before == isBack())
            return;
        looker.looks(isBack() ? Looks.NOTHING : looks);
        if (!isBack() && !isTraining())
            looker.all(step());
    }

    private void remember(long bytes) {
        remembered = bytes;
        if (hindsight == null)
            return;
        hindsight.moments().budget(bytes);
        hindsight.news().ifPresent(world.events());
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
            dropModel();
            looks = Looks.NOTHING;
            world.mailbox().take();
            world.events().accept(new Event.Forgotten());
        }
    }

    private Model inHand(String phase) throws Refusal {
        if (model == null)
            throw new Refusal(phase, null, "There is no trained network yet: train it or load weights first", null);
        return model;
    }

    private Looker take(Model opened) {
        dropModel();
        model = opened;
        Looker eyes = new Looker(opened, world.mailbox(), world.clock());
        eyes.looks(looks);
        looker = eyes;
        return eyes;
    }

    private void dropRun() {
        if (run != null)
            run.close();
        run = null;
    }

    private void dropModel() {
        stopWriting();
        if (hindsight != null)
            hindsight.close();
        hindsight = null;
        world.mailbox().overhear(_ -> {});
        if (looker != null)
            looker.close();
        if (model != null)
            model.close();
        looker = null;
        model = null;
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
        dropModel();
    }
}
