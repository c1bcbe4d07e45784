package org.lamina.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lamina.data.DataSource;
import org.lamina.data.generate.Digits;
import org.lamina.data.generate.Pattern;
import org.lamina.data.generate.Planes;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.Wire;
import org.lamina.project.Layout;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Params;
import org.lamina.study.Question;
import org.lamina.tensor.Shape;

/// The engine without its thread: a test sends commands, steps it by hand and reads what came of it.
final class Rig implements AutoCloseable {
    final List<Event> events = new ArrayList<>();
    final Mailbox mailbox = new Mailbox(() -> {});
    final Session session;
    private final Path folder;
    private long fetched;
    private int threads = Runtime.getRuntime().availableProcessors();

    /// A rig whose clock advances by one millisecond with every look at it.
    Rig(Path folder) {
        this(folder, milliseconds(), Runnable::run);
    }

    Rig(Path folder, LongSupplier clock, Executor assembling) {
        this.folder = folder;
        Torch.start();
        session = new Session(Devices.here(), new Run.World(events::add, mailbox, clock, assembling), () -> false);
    }

    private static LongSupplier milliseconds() {
        AtomicLong now = new AtomicLong();
        return () -> now.addAndGet(1_000_000);
    }

    /// Empties the mailbox as an interface with 60 pulses a second would.
    void fetch() {
        if (System.nanoTime() - fetched < 16_000_000)
            return;
        fetched = System.nanoTime();
        Frame frame = mailbox.take();
        if (frame != null && frame.progress() != null)
            threads = Integer.parseInt(frame.progress().threads().replaceAll("\\D", ""));
    }

    /// Native threads that the run has chosen.
    int threads() {
        return threads;
    }

    Rig train(Project project, String run, @Nullable Path weights) {
        return send(new Command.Train(project, folder, folder.resolve(run), "cpu", weights, false));
    }

    Rig train(Project project) {
        return train(project, "run", null);
    }

    Rig send(Command command) {
        session.handle(command);
        return this;
    }

    Rig advance(int times) {
        for (int i = 0; i < times; i++)
            session.advance();
        return this;
    }

    Rig toTheEnd() {
        while (session.isBusy())
            session.advance();
        return this;
    }

    /// What was found of a question since the mailbox was emptied.
    Frame.Found found(Question question) {
        Frame frame = Objects.requireNonNull(mailbox.take(), "nothing was found");
        return frame.found().stream().filter(f -> f.question().equals(question)).findFirst().orElseThrow();
    }

    <T extends Event> T last(Class<T> type) {
        return events.reversed().stream().filter(type::isInstance).map(type::cast).findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " in " + events));
    }

    /// Native arrays alive in the whole process.
    static int arrays() {
        try (NDManager manager = Torch.newManager(Device.cpu())) {
            return manager.getParentManager().getManagedArrays().size();
        }
    }

    Path run(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        session.close();
    }

    /// Conv, max pool, dropout and dense on few digits.
    static Project digits(Plan plan) {
        return project(new Digits(120, 1, 1), plan,
                List.of(input(),
                        node("conv", "conv-2d", Map.of("filters", 4)), node("relu", "relu", Map.of()),
                        node("pool", "max-pool-2d", Map.of("window", 4, "stride", 4)),
                        node("flat", "flatten", Map.of()),
                        node("drop", "dropout", Map.of()), node("last", "dense", Map.of("units", 10)),
                        node("out", "output", Map.of())));
    }

    /// Two hidden layers on a spiral.
    static Project spiral(Plan plan) {
        return project(new Planes(Pattern.SPIRAL, 200, 0.02, 1), plan,
                List.of(node("in", "input", Map.of("shape", Shape.vector(2))),
                        node("first", "dense", Map.of("units", 32)), node("relu-1", "relu", Map.of()),
                        node("second", "dense", Map.of("units", 32)), node("relu-2", "relu", Map.of()),
                        node("last", "dense", Map.of("units", 2)),
                        node("out", "output", Map.of())));
    }

    /// Two layers without anything between them.
    static Project line(Plan plan) {
        return project(new Planes(Pattern.SPIRAL, 200, 0.02, 1), plan,
                List.of(node("in", "input", Map.of("shape", Shape.vector(2))),
                        node("first", "dense", Map.of("units", 8)), node("last", "dense", Map.of("units", 2)),
                        node("out", "output", Map.of())));
    }

    static Plan plan(Map<String, ?> changes) {
        return Params.with(new Plan(), changes);
    }

    static Node node(String id, String layer, Map<String, ?> parameters) {
        return new Node(id, Params.with(Catalogue.layers().get(layer), parameters));
    }

    static Node input() {
        return node("in", "input", Map.of("shape", Shape.image(1, 28, 28)));
    }

    /// A chain of nodes.
    static Project project(DataSource data, Plan plan, List<Node> chain) {
        List<Wire> wires = new ArrayList<>();
        for (int i = 1; i < chain.size(); i++)
            wires.add(new Wire(chain.get(i - 1).id(), chain.get(i).id(), 0));
        return new Project("", Graph.of(chain, wires), Layout.EMPTY, data, plan);
    }
}
