package org.lamina.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.spec.Role;
import org.lamina.study.Health;
import org.lamina.study.Health.Idle;
import org.lamina.study.Health.Movement;
import org.lamina.study.Health.Vital;

/// What the health of a network means to people: how each gradient compares with the one at the output, which units
/// hardly learn, and whether the weights move as far as they should.
public final class Condition {

    /// A gradient below this share of the one at the output vanishes.
    public static final double VANISHING = 0.01;
    /// A gradient above this many times the one at the output explodes.
    public static final double EXPLODING = 100;
    /// The band around 10⁻³ in which a step's share of the weights is healthy, half a decade each way (Karpathy, CS231n).
    public static final double LOW = 3e-4;
    public static final double HIGH = 3e-3;

    /// How a gradient has fared on its way back from the loss.
    public enum Flow {
        UNKNOWN,
        VANISHING,
        EVEN,
        EXPLODING
    }

    private final Health.Found found;
    private final double atOutput;

    /// @param graph without blocks
    public Condition(Health.Found found, Graph graph) {
        this.found = found;
        atOutput = graph.with(Role.SINK).stream().map(found.nodes()::get).filter(Objects::nonNull)
                .mapToDouble(Vital::gradient).findFirst().orElse(Double.NaN);
    }

    /// Samples that it was measured on.
    public int samples() {
        return found.samples();
    }

    /// The gradient at what a node gives, as a multiple of the one at the output; NaN where that is not known.
    public double relative(NodeId path) {
        Vital vital = found.nodes().get(path);
        return vital == null || !(atOutput > 0) ? Double.NaN : vital.gradient() / atOutput;
    }

    public Flow flow(NodeId path) {
        double relative = relative(path);
        return Double.isNaN(relative) ? Flow.UNKNOWN
                : relative < VANISHING ? Flow.VANISHING : relative > EXPLODING ? Flow.EXPLODING : Flow.EVEN;
    }

    /// For the tooltip of a wire from the node.
    public String gradientWords(NodeId path) {
        Vital vital = found.nodes().get(path);
        if (vital == null || Double.isNaN(vital.gradient()))
            return "No gradient is known here";
        String norm = "Gradient norm %s a sample".formatted(Values.figure(vital.gradient()));
        return switch (flow(path)) {
            case UNKNOWN -> norm + "; the loss has none left at the output";
            case EVEN -> norm + ", " + times(relative(path)) + " that at the output";
            case VANISHING -> "Vanishing: " + norm + ", " + times(relative(path))
                    + " that at the output and below 1/100 of it: what comes before learns hardly anything";
            case EXPLODING -> "Exploding: " + norm + ", " + times(relative(path))
                    + " that at the output and above 100 times: lower the learning rate, or limit the gradient";
        };
    }

    private static String times(double relative) {
        return Values.figure(relative) + " times";
    }

    /// What each unit of a row gives on average; empty of other layers.
    public float[] means(NodeId path) {
        Vital vital = found.nodes().get(path);
        return vital == null ? new float[0] : vital.means();
    }

    /// `3 of 32 dead`; empty where no unit is idle. A block's, all that it holds.
    public String idle(NodeId path) {
        return Stream.of(false, true).map(saturated -> idles(path).filter(i -> i.isSaturation() == saturated).toList())
                .filter(idles -> idles.stream().anyMatch(i -> i.count() > 0)).map(Condition::count)
                .collect(Collectors.joining(", "));
    }

    private static String count(List<Idle> alike) {
        return "%d of %d %s".formatted(alike.stream().mapToInt(Idle::count).sum(),
                alike.stream().mapToInt(Idle::units).sum(), alike.getFirst().isSaturation() ? "saturated" : "dead");
    }

    private Stream<Idle> idles(NodeId path) {
        return of(path).flatMap(vital -> Stream.ofNullable(vital.idle()));
    }

    /// How far the node's weights moved; a block's, all that it holds.
    public Optional<Movement> movement(NodeId path) {
        return of(path).flatMap(vital -> Stream.ofNullable(vital.movement())).reduce(Movement::and)
                .filter(m -> m.weights() > 0);
    }

    private Stream<Vital> of(NodeId path) {
        return found.nodes().entrySet().stream().filter(e -> e.getKey().equals(path) || e.getKey().isWithin(path))
                .map(Map.Entry::getValue);
    }

    /// Whether a step's share of the weights is in the healthy band.
    public static boolean isHealthy(double ratio) {
        return ratio >= LOW && ratio <= HIGH;
    }

    /// For the tooltip of a node: all numbers with the rules that judge them; empty where nothing is known.
    public String words(Node node, NodeId path) {
        List<String> lines = new ArrayList<>();
        movement(path).map(Condition::words).ifPresent(lines::add);
        idles(path).map(Condition::words).forEach(lines::add);
        meanWords(means(path)).ifPresent(lines::add);
        if (lines.isEmpty())
            return "";
        lines.addFirst("Health of %s on %d validation samples:".formatted(node.label(), samples()));
        return String.join("\n", lines);
    }

    private static String words(Movement moved) {
        String verdict = isHealthy(moved.ratio()) ? "in the healthy band"
                : moved.ratio() < LOW ? "below the healthy band, so it learns slowly"
                        : "above the healthy band, so it may jump about";
        return "The last step measured moved its weights by %s of their norm, %s / %s: %s, 3e−4 to 3e−3".formatted(
                Values.figure(moved.ratio()), Values.figure(moved.change()), Values.figure(moved.weights()), verdict);
    }

    private static String words(Idle idle) {
        String where = idle.isSaturation()
                ? "≤ %s or ≥ %s".formatted(Values.figure(idle.below()), Values.figure(idle.above()))
                : Double.isFinite(idle.below()) ? "≤ " + edge(idle.below()) : "≥ " + edge(idle.above());
        String rule = idle.isSaturation() ? "at least 95 % of what it is given"
                : "all that it is given, in every sample and place,";
        return "%s: %s is %s, where the slope is below 1 %% of the steepest".formatted(count(List.of(idle)), rule,
                where);
    }

    private static String edge(double at) {
        return Math.abs(at) < 1e-4 ? "0" : Values.figure(at);
    }

    private static Optional<String> meanWords(float[] means) {
        if (means.length == 0)
            return Optional.empty();
        float least = means[0];
        float most = means[0];
        for (float mean : means) {
            least = Math.min(least, mean);
            most = Math.max(most, mean);
        }
        return Optional.of("Its units give %s to %s on average".formatted(Values.figure(least), Values.figure(most)));
    }
}
