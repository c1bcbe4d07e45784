package org.lamina.app;

import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lamina.engine.Command;
import org.lamina.engine.Event;
import org.lamina.graph.NodeId;
import org.lamina.project.Project;
import org.lamina.spec.Params;

/// The run of a document: what state it is in and what it left behind. Sends the commands that the [TrainingVerbs]
/// stand for and hears the engine's answers.
public final class Training implements EngineListener {

    private final Document document;
    private final EngineLink link;
    private final RunFolder folder;
    private final Subscription subscriptions;
    private final TrainingVerbs verbs = new TrainingVerbs(this);
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.STARTING);
    private final ReadOnlyObjectWrapper<@Nullable Path> weights = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Project> trained = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ObservableList<DeviceChoice> devices = FXCollections.observableArrayList(DeviceChoice.AUTOMATIC);
    private final ObservableList<DeviceChoice> shownDevices = FXCollections.unmodifiableObservableList(devices);
    private final ObjectProperty<DeviceChoice> device = new SimpleObjectProperty<>(DeviceChoice.AUTOMATIC);
    private final ReadOnlyDoubleWrapper learningRate = new ReadOnlyDoubleWrapper();
    private @Nullable Project sent;

    public Training(Document document, EngineLink link, RunFolder folder) {
        this.document = document;
        this.link = link;
        this.folder = folder;
        link.connect(this);
        subscriptions = document.projectProperty().subscribe(_ -> projectChanged())
                .and(document.inferenceProperty().subscribe(_ -> allow())).and(state.subscribe(_ -> allow()))
                .and(weights.subscribe(_ -> allow()));
    }

    /// Hears no more of the document: another takes its place.
    public void close() {
        subscriptions.unsubscribe();
    }

    public TrainingVerbs verbs() {
        return verbs;
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public RunState state() {
        return state.get();
    }

    /// The file with the weights of the last run; null while there is none.
    public ReadOnlyObjectProperty<@Nullable Path> weightsProperty() {
        return weights.getReadOnlyProperty();
    }

    /// The project that the weights, or the run under way, belong to.
    public ReadOnlyObjectProperty<@Nullable Project> trainedProperty() {
        return trained.getReadOnlyProperty();
    }

    /// Whether the network on the canvas is another one than the network that was trained.
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    public ObservableList<DeviceChoice> devices() {
        return shownDevices;
    }

    /// The device that the next run asks for.
    public ObjectProperty<DeviceChoice> deviceProperty() {
        return device;
    }

    /// The learning rate of the run under way, else of the plan.
    public ReadOnlyDoubleProperty learningRateProperty() {
        return learningRate.getReadOnlyProperty();
    }

    /// Puts one number into the weights in hand; no undo, as with every step of training.
    public void putWeight(NodeId layer, int index, float value) {
        link.send(new Command.PutWeight(layer + ".weight", index, value));
    }

    /// Changes the rate of the run under way, else of the plan.
    ///
    /// @param last whether the value is settled; values on the way there do not touch the plan
    public void changeLearningRate(double rate, boolean last) {
        learningRate.set(rate);
        if (state.get().isUnderWay())
            link.send(new Command.LearningRate(rate));
        else if (last)
            document.edit("Change learning rate", p -> p.with(Params.with(p.plan(), "learningRate", rate)));
    }

    /// Loads weights that fit the document's network, where a run could begin now.
    public void load(Path file) {
        if (!verbs.train.isReady())
            return;
        sent = document.project();
        link.send(new Command.Load(document.project(), base(), device.get().id(), file));
    }

    void start(boolean on, boolean paused) {
        Project project = document.project();
        Path file = document.fileProperty().get();
        sent = project;
        state.set(RunState.PREPARING);
        link.send(new Command.Train(project, base(), folder.next(file), device.get().id(), on ? weights.get() : null,
                paused));
    }

    void startWithNewSeed() {
        document.edit("New seed", p -> p.with(Params.with(p.plan(), "seed", p.plan().seed() + 1)));
        start(false, false);
    }

    void step(Command one) {
        if (!state.get().isUnderWay())
            start(false, true);
        else
            state.set(RunState.RUNNING);
        link.send(one);
    }

    void pause() {
        link.send(new Command.Pause());
    }

    void resume() {
        link.send(new Command.Resume());
    }

    void stop() {
        state.set(RunState.STOPPING);
        link.send(new Command.Stop());
    }

    @Override
    public void event(Event event) {
        switch (event) {
            case Event.Ready ready -> ready(ready);
            case Event.Started _ -> begun();
            case Event.Paused _ -> unlessStopping(RunState.PAUSED);
            case Event.Resumed _ -> unlessStopping(RunState.RUNNING);
            case Event.Finished finished -> finished(finished.weights());
            case Event.Loaded loaded -> {
                trained.set(sent);
                weights.set(loaded.weights());
                projectChanged();
            }
            case Event.Failed failed when failed.endsRun() -> failed();
            default -> {
            }
        }
    }

    private void ready(Event.Ready ready) {
        devices.setAll(DeviceChoice.AUTOMATIC);
        ready.devices().forEach(d -> devices.add(new DeviceChoice(d.id(), d.title())));
        if (!devices.contains(device.get()))
            device.set(DeviceChoice.AUTOMATIC);
        if (state.get() == RunState.STARTING)
            state.set(RunState.IDLE);
    }

    private void begun() {
        trained.set(sent);
        weights.set(null);
        unlessStopping(RunState.RUNNING);
        projectChanged();
    }

    private void unlessStopping(RunState next) {
        if (state.get() != RunState.STOPPING)
            state.set(next);
    }

    /// After a restart the end of the run before does not end the new one.
    private void finished(@Nullable Path kept) {
        if (kept != null)
            weights.set(kept);
        if (state.get() != RunState.PREPARING)
            state.set(RunState.IDLE);
        projectChanged();
    }

    private void failed() {
        state.set(RunState.IDLE);
        projectChanged();
    }

    private void projectChanged() {
        Project before = trained.get();
        stale.set(before != null && before.graph() != document.project().graph());
        if (!state.get().isUnderWay())
            learningRate.set(document.project().plan().learningRate());
        allow();
    }

    private void allow() {
        String problems = TrainingVerbs.summary(document.project().graph(), document.inference().problems());
        verbs.allow(state.get(), problems, weights.get() != null, stale.get());
    }

    /// The folder that the project's relative paths start from.
    Path base() {
        return folder.base(document.fileProperty().get());
    }
}
