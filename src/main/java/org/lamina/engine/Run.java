package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lamina.data.Batch;
import org.lamina.data.Batches;
import org.lamina.data.DataSet;
import org.lamina.engine.Event.Ending;
import org.lamina.project.Plan;

/// One training run: epochs of batches, a validation pass after each, checkpoints. Each [#advance] does one batch, so
/// that commands are seen between batches.
final class Run implements AutoCloseable {
    /// Nanoseconds between two frames. Without a graphics card the window draws each in about 20 ms of a core, and a step
    /// that wants all cores waits as long: so five frames a second on three cores, and at most 30.
    private static final long FRAME = Math.max(33_000_000,
            600_000_000 / Runtime.getRuntime().availableProcessors());

    /// What a run reports to and works with.
    ///
    /// @param clock in nanoseconds
    /// @param assembling runs the assembling of batches
    record World(Consumer<Event> events, Mailbox mailbox, LongSupplier clock, Executor assembling) {}

    private enum Mode {
        RUNNING,
        PAUSED,
        ONE_BATCH,
        ONE_EPOCH
    }

    private final Model model;
    private final Plan plan;
    private final World world;
    private final Looker looker;
    private final Hindsight hindsight;
    private final Trainer trainer;
    private final Keeper keeper;
    private final ThreadChoice threads;
    private final Meter meter = new Meter();
    private final Rooms trainingRooms = new Rooms();
    private final Rooms validationRooms = new Rooms();
    private final int stepsPerEpoch;
    private Mode mode;
    private int epoch;
    private @Nullable Feed feed;
    private @Nullable Pass validation;
    private Sums inEpoch = Sums.NONE;
    private Sums inPoint = Sums.NONE;
    private Metrics lastTrain = Sums.NONE.means();
    private Metrics lastValidation = Sums.NONE.means();
    private double epochBegan;
    private long lastFrame;
    private boolean ended;
    private boolean tried;
    private boolean apart;
    private long lastStep;

    Run(Model model, Start start, RunFolder folder, boolean paused, Looker looker, Hindsight hindsight, World world) {
        this.model = model;
        this.looker = looker;
        this.hindsight = hindsight;
        this.world = world;
        trainer = start.trainer();
        threads = ThreadChoice.on(model.device(), world.clock());
        plan = model.project().plan();
        keeper = new Keeper(folder, model.network(), trainer.updater(), plan, world);
        epoch = start.epochs();
        stepsPerEpoch = Math.ceilDiv(model.split().train().length, plan.batchSize());
        mode = paused ? Mode.PAUSED : Mode.RUNNING;
        lastFrame = world.clock().getAsLong();
    }

    /// What is told of it first.
    ///
    /// @param folder where its weights are kept
    Event started(Path folder, List<String> warnings) {
        long parameters = model.network().trained().values().stream().mapToLong(NDArray::size).sum();
        return new Event.Started(folder, model.device(), model.data().info(), model.task(),
                model.split().train().length, model.validationTargets(), parameters, stepsPerEpoch, plan.epochs(),
                warnings);
    }

    long step() {
        return trainer.updater().updates();
    }

    /// Nanoseconds that the last training step took.
    long lastStep() {
        return lastStep;
    }

    boolean isPaused() {
        return mode == Mode.PAUSED;
    }

    boolean isEnded() {
        return ended;
    }

    void pause() {
        if (mode != Mode.PAUSED) {
            mode = Mode.PAUSED;
            progress();
            world.events().accept(new Event.Paused(step()));
            looker.rest(step());
        }
    }

    void resume() {
        go(Mode.RUNNING);
    }

    /// @param takenApart whether the step is told
    void stepBatch(boolean takenApart) {
        apart = takenApart;
        go(Mode.ONE_BATCH);
    }

    void stepEpoch() {
        go(Mode.ONE_EPOCH);
    }

    private void go(Mode next) {
        if (mode == Mode.PAUSED)
            world.events().accept(new Event.Resumed(step()));
        mode = next;
    }

    void learningRate(double value) {
        trainer.updater().learningRate(value);
    }

    /// Trains or validates one batch.
    void advance() throws Refusal {
        try {
            if (validation == null)
                train();
            else
                validate(validation);
        } catch (DivergedException e) {
            diverged(e);
        }
    }

    private void train() throws DivergedException, Refusal {
        Feed batches = feed == null ? beginEpoch() : feed;
        long begin = world.clock().getAsLong();
        Batch next = batches.next();
        if (!tried || threads.took(lastStep))
            threads.choose(() -> trainer.rehearse(next));
        tried = true;
        long stepping = world.clock().getAsLong();
        count(apart ? takeApart(next) : trainer.step(next, looker.witness()));
        lastStep = world.clock().getAsLong() - stepping;
        hindsight.keep(step());
        frame();
        meter.trained(next.size(), world.clock().getAsLong() - begin);
        if (!batches.hasNext())
            endTraining(next);
        if (mode == Mode.ONE_BATCH)
            pause();
    }

    private Sums takeApart(Batch batch) throws DivergedException {
        apart = false;
        Recorders recorders = new Recorders(model, trainer.updater());
        Sums sums = trainer.step(batch, recorders);
        looker.moved(recorders.movements());
        world.events().accept(new Event.TakenApart(recorders.steps()));
        return sums;
    }

    private Feed beginEpoch() {
        epoch++;
        epochBegan = meter.seconds();
        inEpoch = Sums.NONE;
        Torch.seed(31 * plan.seed() + epoch);
        DataSet samples = model.project().augmentation().on(model.data(), plan.seed(), epoch);
        Feed batches = new Feed(Batches.shuffled(samples, model.split().train(), plan.batchSize(), plan.seed(),
                epoch), trainingRooms, world.assembling());
        feed = batches;
        return batches;
    }

    private void count(Sums sums) {
        inEpoch = inEpoch.plus(sums);
        inPoint = inPoint.plus(sums);
    }

    private void endTraining(Batch last) throws DivergedException {
        count(trainer.rest(last));
        closeFeed();
        validation = new Pass(model, model.split().validation(), validationRooms, world.assembling());
    }

    private void validate(Pass pass) throws Refusal {
        long begin = world.clock().getAsLong();
        pass.advance();
        frame();
        meter.spent(world.clock().getAsLong() - begin);
        if (pass.isDone())
            endEpoch(pass.sums().means());
    }

    private void endEpoch(Metrics measured) throws Refusal {
        closeFeed();
        lastTrain = inEpoch.means();
        lastValidation = measured;
        Event.EpochDone done = new Event.EpochDone(epoch, step(), lastTrain, lastValidation,
                meter.seconds() - epochBegan);
        world.events().accept(done);
        keeper.epoch(done);
        if (epoch >= plan.epochs())
            end(Ending.COMPLETED);
        else if (mode == Mode.ONE_EPOCH)
            pause();
    }

    /// Ends the run after the batch in hand and keeps the weights.
    void stop() throws Refusal {
        end(Ending.STOPPED);
    }

    /// Saves the weights of a run that failed.
    void rescue() throws Refusal {
        keeper.end(epoch, Ending.STOPPED);
    }

    private void diverged(DivergedException e) throws Refusal {
        String where = e.node() == null
                ? "The loss is not a finite number any more"
                : "The output of " + model.label(e.node()) + " is not a finite number any more";
        world.events().accept(new Event.Diverged(step(), e.node(), where
                + ": lower the learning rate, now " + trainer.updater().learningRate()
                + ". The weights from before are kept"));
        end(Ending.DIVERGED);
    }

    private void end(Ending ending) throws Refusal {
        ended = true;
        if (feed != null || Double.isNaN(lastTrain.loss()))
            lastTrain = inEpoch.means();
        closeFeed();
        progress();
        Path kept = keeper.end(epoch, ending);
        looker.rest(step());
        world.events().accept(new Event.Finished(ending, epoch, step(), meter.seconds(), meter.samplesPerSecond(),
                lastTrain, lastValidation, kept));
    }

    private void frame() {
        if (world.clock().getAsLong() - lastFrame < FRAME)
            return;
        looker.advance(step());
        progress();
    }

    private void progress() {
        hindsight.news().ifPresent(world.events());
        lastFrame = world.clock().getAsLong();
        long steps = (long) stepsPerEpoch * plan.epochs();
        List<Frame.Point> points = inPoint.samples() == 0
                ? List.of()
                : List.of(new Frame.Point(step(), inPoint.means()));
        inPoint = Sums.NONE;
        Frame.Progress progress = new Frame.Progress(Math.max(1, epoch), plan.epochs(), step(), steps,
                meter.samplesPerSecondNow(), meter.secondsFor(steps - step()), threads.words());
        world.mailbox().put(new Frame(progress, points, List.of(), List.of(), null, null, looker.share()));
    }

    private void closeFeed() {
        if (feed != null)
            feed.close();
        feed = null;
        if (validation != null)
            validation.close();
        validation = null;
    }

    @Override
    public void close() {
        closeFeed();
        trainer.close();
    }
}
