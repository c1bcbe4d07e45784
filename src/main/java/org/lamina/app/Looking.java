package org.lamina.app;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.lamina.app.colour.Colouring;
import org.lamina.app.colour.Extent;
import org.lamina.app.colour.Scale;
import org.lamina.engine.Command;
import org.lamina.engine.Event;
import org.lamina.engine.Frame;
import org.lamina.engine.Looks;
import org.lamina.graph.NodeId;
import org.lamina.spec.Attentive.Whom;
import org.lamina.study.Question;
import org.lamina.tensor.Tensor;

/// What is on screen, told to the engine once per pulse where it has changed; and what the engine gave of it.
public final class Looking implements EngineListener {

    private final EngineLink link;
    private final Samples samples;
    private final Map<Object, Wish> wishes = new LinkedHashMap<>();
    private final Map<NodeId, Capture> outputs = new HashMap<>();
    private final Map<NodeId, Weights> kernels = new HashMap<>();
    private final Map<NodeId, Map<Whom, Capture>> attention = new HashMap<>();
    private final ReadOnlyObjectWrapper<List<Prediction>> predictions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Confusion> confusion = new ReadOnlyObjectWrapper<>();
    private final Map<Question, Found> found = new HashMap<>();
    private final SwitchedOff off = new SwitchedOff();
    private final DoubleProperty gamma = new SimpleDoubleProperty(1);
    private final ObjectProperty<Extent> extent = new SimpleObjectProperty<>(Extent.LAYER);
    /// Of all that a node gave.
    private final Map<NodeId, Scale> scales = new HashMap<>();
    private Looks told = Looks.NOTHING;
    private int networks;

    public Looking(EngineLink link, Samples samples) {
        this.link = link;
        this.samples = samples;
        link.connect(this);
    }

    /// Replaces what a view wants. A view that is out of sight wants [Wish#NOTHING].
    public void wish(Object view, Wish wish) {
        if (wish.equals(Wish.NOTHING))
            wishes.remove(view);
        else
            wishes.put(view, wish);
    }

    /// What the node gave for the sample looked at, as last heard; null where nothing was heard of it.
    public @Nullable Capture output(NodeId node) {
        return outputs.get(node);
    }

    /// The node's weights, as last heard; null where nothing was heard of them.
    public @Nullable Weights kernels(NodeId node) {
        return kernels.get(node);
    }

    /// How a node's heads share their attention for the sample looked at, heads×asking×asked; empty where nothing was
    /// heard of it, as of all nodes that do not attend.
    public Map<Whom, Capture> attention(NodeId node) {
        return attention.getOrDefault(node, Map.of());
    }

    /// What was found of a question so far; null where nothing was heard of it. An answer of before stays until the next.
    public @Nullable Found found(Question question) {
        return found.get(question);
    }

    /// The units without which answers are looked at.
    public SwitchedOff off() {
        return off;
    }

    /// The gamma of every colour scale: below 1 weak numbers show more.
    public DoubleProperty gammaProperty() {
        return gamma;
    }

    /// Which numbers share one colour scale, in all views.
    public ObjectProperty<Extent> extentProperty() {
        return extent;
    }

    /// Whether all layers share one scale, for which all must be looked at.
    public boolean isOneScale() {
        return extent.get() == Extent.NETWORK;
    }

    /// A scale with the gamma that all views share.
    public Scale toned(Scale scale) {
        return scale.with(gamma.get());
    }

    /// How a layer that is seen alone is coloured.
    public Colouring colouring() {
        return new Colouring(extent.get(), gamma.get(), null);
    }

    /// How outputs are coloured.
    ///
    /// @param layers of the network; where they share one scale, it is that of those at hand
    public Colouring colouring(List<NodeId> layers) {
        Scale all = !isOneScale() ? null
                : layers.stream().flatMap(layer -> scale(layer).stream()).reduce(Scale::and).orElse(null);
        return new Colouring(extent.get(), gamma.get(), all);
    }

    private Optional<Scale> scale(NodeId layer) {
        return Optional.ofNullable(outputs.get(layer))
                .map(given -> scales.computeIfAbsent(layer, _ -> Scale.of(given.values().values())));
    }

    /// All outputs at hand.
    public Map<NodeId, Capture> outputs() {
        return outputs;
    }

    public ReadOnlyObjectProperty<List<Prediction>> predictionsProperty() {
        return predictions.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Confusion> confusionProperty() {
        return confusion.getReadOnlyProperty();
    }

    @Override
    public void drained() {
        Wish all = wishes.values().stream().reduce(Wish.NOTHING, Wish::and);
        Looks looks = new Looks(all.maps(), all.kernels(), samples.picture(), all.predictions(), all.confusion(),
                all.questions());
        if (looks.equals(told))
            return;
        told = looks;
        found.keySet().retainAll(looks.questions());
        link.send(new Command.Look(looks));
    }

    @Override
    public void event(Event event) {
        if (event instanceof Event.Started || event instanceof Event.Loaded)
            forget();
    }

    @Override
    public void frame(Frame frame) {
        frame.maps().forEach(this::keep);
        frame.kernels().forEach(k -> kernels.put(k.node(), new Weights(k.step(), k.weight(), k.count())));
        Frame.Predictions answers = frame.predictions();
        if (answers != null)
            predictions.set(read(answers));
        for (Frame.Found next : frame.found())
            found.put(next.question(), new Found(next.step(), next.finding(), next.done(), next.message()));
        Frame.Confusion read = frame.confusion();
        if (read != null)
            confusion.set(
                    new Confusion(samples.known().labels().size(), read.samples(), read.truth(), read.answers()));
    }

    private void keep(Frame.Maps maps) {
        scales.remove(maps.node());
        outputs.put(maps.node(), new Capture(maps.step(), maps.sample(), maps.output()));
        Map<Whom, Capture> shares = new EnumMap<>(Whom.class);
        maps.attention().forEach(a -> shares.put(a.whom(), new Capture(maps.step(), maps.sample(), a.shares())));
        attention.put(maps.node(), shares);
    }

    /// How many networks there were to look at; answers about different ones are not compared.
    public int networks() {
        return networks;
    }

    private void forget() {
        networks++;
        attention.clear();
        found.clear();
        outputs.clear();
        scales.clear();
        kernels.clear();
        predictions.set(List.of());
        confusion.set(null);
    }

    private static List<Prediction> read(Frame.Predictions answers) {
        return IntStream.range(0, answers.samples().length)
                .mapToObj(i -> new Prediction(answers.samples()[i], row(answers.inputs(), i), answers.truth()[i],
                        row(answers.outputs(), i)))
                .toList();
    }

    /// One sample of a batch.
    private static Tensor row(Tensor batch, int index) {
        int[] sizes = Arrays.copyOfRange(batch.sizes(), 1, batch.sizes().length);
        int length = batch.values().length / batch.sizes()[0];
        return new Tensor(sizes, Arrays.copyOfRange(batch.values(), index * length, (index + 1) * length));
    }
}
