package org.lamina.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSet;
import org.lamina.data.DataSource;
import org.lamina.data.Split;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.Problem;
import org.lamina.project.Checkup;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.spec.Params;
import org.lamina.tensor.Safetensors;

/// Opens projects for the engine: reads the data, checks the network against it, compiles. Keeps the last data set, so
/// that evaluating after training does not read it again.
final class Library {

    private record Opened(DataSource source, Path base, DataSet set) {}

    private final Devices devices;
    private final Consumer<Event> events;
    private final BooleanSupplier cancelled;
    private @Nullable Opened last;

    /// @param cancelled whether reading data is to stop
    Library(Devices devices, Consumer<Event> events, BooleanSupplier cancelled) {
        this.devices = devices;
        this.events = events;
        this.cancelled = cancelled;
    }

    /// A model with fresh weights.
    Model open(Project project, Path base, String device) throws Refusal {
        refuse(project, Checkup.settings(project, null));
        DeviceInfo chosen = Refusal.during("choosing the device", () -> devices.choose(device));
        DataSet data = data(project.data(), base);
        Plan plan = project.plan();
        Split split = Split.of(data, plan.validation(), plan.seed());
        if (split.train().length == 0 || split.validation().length == 0)
            throw new Refusal("reading the data", null, "Training needs at least 2 samples, the data set has "
                    + data.info().samples() + ": choose a larger set", null);
        Network network = network(project, data.info(), chosen);
        Model model = new Model(project, chosen, data, split, network,
                Objective.of(plan, data.info(), project.graph().expanded()));
        return checked(model);
    }

    /// A model with the weights of a file.
    Model trained(Project project, Path base, String device, Path weights) throws Refusal {
        Model opened = open(project, base, device);
        try {
            return Refusal.during("loading the weights", () -> {
                opened.network().load(Checkpoint.of(Safetensors.read(weights)).weights());
                return opened;
            });
        } catch (Refusal e) {
            opened.close();
            throw e;
        }
    }

    private static Model checked(Model model) throws Refusal {
        try {
            return Refusal.during("checking the data", () -> {
                model.objective().check(model.data(), model.split().train());
                return model;
            });
        } catch (Refusal e) {
            model.close();
            throw e;
        }
    }

    private DataSet data(DataSource source, Path base) throws Refusal {
        Opened known = last;
        if (known != null && known.source().equals(source) && known.base().equals(base))
            return known.set();
        last = null;
        DataSet set = Refusal.during("reading the data", () -> source.open(base, this::progress));
        last = new Opened(source, base, set);
        return set;
    }

    private boolean progress(double done, String what) {
        events.accept(new Event.Working(what, done));
        return !cancelled.getAsBoolean();
    }

    private Network network(Project project, DataInfo info, DeviceInfo device) throws Refusal {
        Inference inference = Checkup.infer(project, info);
        refuse(project, Checkup.problems(project, inference, info));
        return Refusal.during("compiling",
                () -> new Network(inference, Devices.device(device), project.plan().seed()));
    }

    private static void refuse(Project project, List<Problem> problems) throws Refusal {
        for (Problem problem : problems)
            if (problem.severity() == Problem.Severity.ERROR)
                throw new Refusal("checking the project", problem.node(), words(project, problem), null);
    }

    /// A learning rate, if a plan may have it.
    static double inRange(double rate) throws Refusal {
        String refusal = Objects.requireNonNull(Params.find(Plan.class, "learningRate")).refusal(rate);
        if (refusal != null)
            throw new Refusal("changing the learning rate", null, refusal, null);
        return rate;
    }

    private static String words(Project project, Problem problem) {
        return problem.node() == null
                ? problem.message()
                : project.graph().expanded().node(problem.node()).map(Node::label).orElse(problem.node().value()) + " "
                        + problem.message();
    }
}
