package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamina.compile.Tap;
import org.lamina.data.Batch;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;
import org.lamina.probe.Gallery;
import org.lamina.probe.Unanswerable;
import org.lamina.spec.Attentive;
import org.lamina.study.Health;
import org.lamina.study.Picture;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Takes the pictures that are on screen, between two steps and only as often as its share of the time allows. It computes with the network as it stands and changes nothing of it.
final class Looker implements AutoCloseable {
    /// Validation samples in the confusion matrix while training.
    private static final int CONFUSION = 1024;

    private final Model model;
    private final Graph graph;
    private final Mailbox mailbox;
    private final Governor governor;
    private final Executor here = Runnable::run;
    private final Rooms rooms = new Rooms();
    private Batch several;
    private Looks looks = Looks.NOTHING;
    private List<Kind> kinds = List.of();
    private @Nullable Pass confusion;
    private final ModelSubject subject;
    private final Scholar scholar;
    private @Nullable Map<Integer, Integer> places;
    private boolean counting;
    private boolean questionsTurn;
    private boolean gathersTurn;
    private boolean surveysTurn = true;

    private enum Kind {
        MAPS,
        KERNELS,
        PREDICTIONS,
        CONFUSION
    }

    Looker(Model model, Mailbox mailbox, LongSupplier clock) {
        this.model = model;
        graph = model.project().graph().expanded();
        this.mailbox = mailbox;
        governor = new Governor(clock);
        subject = new ModelSubject(model);
        scholar = new Scholar(subject, mailbox);
        several = model.room(1);
    }

    double share() {
        return governor.share();
    }

    void looks(Looks wanted) {
        looks = wanted;
        scholar.questions(wanted.questions());
        List<Kind> asked = new ArrayList<>();
        if (!wanted.maps().isEmpty())
            asked.add(Kind.MAPS);
        if (!wanted.kernels().isEmpty())
            asked.add(Kind.KERNELS);
        if (!wanted.predictions().isEmpty())
            asked.add(Kind.PREDICTIONS);
        if (wanted.confusion() && model.hasClasses())
            asked.add(Kind.CONFUSION);
        kinds = asked;
        several = model.room(Math.max(1, wanted.predictions().size()));
    }

    /// Takes new pictures if there is time for them and those before were fetched.
    void advance(long step) {
        if (!mailbox.isEmpty() || !governor.allows())
            return;
        gathersTurn = true;
        boolean questions = scholar.isBehind(step) && (questionsTurn || kinds.isEmpty());
        questionsTurn = !questions;
        surveysTurn |= questions;
        if (questions)
            governor.measure(() -> scholar.renew(step));
        else if (!kinds.isEmpty())
            governor.measure(() -> kinds.forEach(kind -> take(kind, step)));
    }

    /// Who looks on at the next training step: one who measures how far the weights go, or one who gathers patches, where
    /// somebody looks at that and it is their turn.
    Witness witness() {
        if (!governor.allows())
            return Witness.NONE;
        if (surveysTurn && looks.questions().contains(new Health())) {
            surveysTurn = false;
            return new Surveyor(model.network(), governor, subject::moved);
        }
        if (!gathersTurn && !kinds.isEmpty())
            return Witness.NONE;
        Optional<Gallery> gallery = scholar.gallery();
        if (gallery.isEmpty())
            return Witness.NONE;
        gathersTurn = false;
        if (places == null)
            places = Gatherer.places(model.split());
        return new Gatherer(gallery.get(), model, governor, places);
    }

    /// Takes what somebody else measured of a step.
    void moved(Map<NodeId, Health.Movement> measured) {
        subject.moved(measured);
    }

    /// Whether a question is to be answered without regard to the share of time: the first time it is asked, and while
    /// nothing else is done.
    boolean isAsked(long step, boolean training) {
        return training ? scholar.hasFresh() : scholar.isBehind(step);
    }

    /// The network is another now, though no step was made.
    void changed() {
        scholar.changed();
    }

    /// Does a bit of the work on such a question.
    void answer(long step, boolean training) {
        if (training)
            scholar.answer(step);
        else
            scholar.renew(step);
    }

    /// Takes all pictures now.
    void all(long step) {
        for (Kind kind : kinds)
            do
                take(kind, step);
            while (confusion != null);
    }

    /// Takes all pictures but the confusion matrix, which [#count] does bit by bit.
    void begin(long step) {
        dropConfusion();
        kinds.stream().filter(kind -> kind != Kind.CONFUSION).forEach(kind -> take(kind, step));
        counting = kinds.contains(Kind.CONFUSION);
    }

    boolean isCounting() {
        return counting;
    }

    /// Does a bit of the confusion matrix that was begun.
    void count(long step) {
        confusion(step);
        counting = confusion != null;
    }

    private void dropConfusion() {
        if (confusion != null)
            confusion.close();
        confusion = null;
    }

    private void take(Kind kind, long step) {
        switch (kind) {
            case MAPS -> put(maps(step), List.of(), null, null);
            case KERNELS -> put(List.of(), kernels(step), null, null);
            case PREDICTIONS -> put(List.of(), List.of(), predictions(step), null);
            case CONFUSION -> confusion(step);
        }
    }

    private void put(List<Frame.Maps> maps, List<Frame.Kernels> kernels, Frame.@Nullable Predictions predictions,
            Frame.@Nullable Confusion matrix) {
        mailbox.put(new Frame(null, List.of(), maps, kernels, predictions, matrix, share()));
    }

    private List<Frame.Maps> maps(long step) {
        List<Frame.Maps> maps = new ArrayList<>();
        Map<NodeId, NDArray> given = new HashMap<>();
        int sample = looks.picture() instanceof Picture.Validation(int index) ? index : -1;
        try (NDManager scope = subject.manager().newSubManager()) {
            subject.answer(subject.samples(scope, List.of(looks.picture())), false, (node, output) -> {
                given.put(node, output);
                if (looks.maps().contains(node))
                    maps.add(new Frame.Maps(node, step, sample, withoutBatch(Network.read(output)),
                            attention(node, given)));
                return output;
            });
        } catch (Unanswerable _) { // of another network's data: what is looked at follows soon
            return List.of();
        }
        return maps;
    }

    /// @param given what the nodes before it gave
    private List<Frame.Attention> attention(NodeId node, Map<NodeId, NDArray> given) {
        if (!(graph.node(node).orElseThrow().layer() instanceof Attentive layer))
            return List.of();
        NDList arriving = new NDList();
        graph.sources(node).forEach(source -> arriving.add(given.get(source.orElseThrow())));
        Map<String, NDArray> weights = model.network().kept();
        List<Frame.Attention> shares = new ArrayList<>();
        layer.attention(arriving, name -> weights.get(node + "." + name)).forEach(
                (whom, array) -> shares.add(new Frame.Attention(whom, withoutBatch(Network.read(array)))));
        return shares;
    }

    private List<Frame.Kernels> kernels(long step) {
        List<Frame.Kernels> kernels = new ArrayList<>();
        for (NodeId node : looks.kernels())
            model.network().kernel(node).ifPresent(weight -> kernels.add(new Frame.Kernels(node, step, weight)));
        return kernels;
    }

    private Frame.@Nullable Predictions predictions(long step) {
        int[] samples = looks.predictions().stream().mapToInt(Integer::intValue).filter(model::isValidation).toArray();
        if (samples.length == 0)
            return null;
        Batch batch = model.validation(several, samples);
        float[] targets = Model.floats(batch.targets());
        int width = targets.length / batch.size();
        float[] truth = new float[batch.size()];
        for (int i = 0; i < truth.length; i++)
            truth[i] = targets[i * width + model.shownTarget()];
        Tensor[] judged = {new Tensor(stored(batch.size(), model.network().input()), Model.floats(batch.inputs()))};
        Tensor outputs = answer(batch, (node, output) -> {
            if (model.objective().judged().filter(node::equals).isPresent())
                judged[0] = Network.read(channelsLast(output));
            return output;
        });
        return new Frame.Predictions(step, samples, judged[0], truth, outputs);
    }

    /// One part of the samples at a time, so that no step has to wait for all of them.
    private void confusion(long step) {
        int[] validation = model.split().validation();
        int[] samples = Arrays.copyOf(validation, Math.min(CONFUSION, validation.length));
        Pass pass = confusion == null ? new Pass(model, samples, rooms, here) : confusion;
        confusion = pass;
        pass.advance();
        if (!pass.isDone())
            return;
        confusion = null;
        pass.close();
        put(List.of(), List.of(), null, new Frame.Confusion(step, IntStream.range(0, samples.length).toArray(),
                pass.truth(), pass.answered()));
    }

    /// What the network answers, as people read it.
    private Tensor answer(Batch batch, Tap tap) {
        try (NDManager scope = model.network().manager().newSubManager()) {
            NDArray samples = model.network().samples(scope, batch.inputs(), batch.size());
            return Network.read(model.objective().shown(model.network().answer(samples, false, tap)));
        }
    }

    private static NDArray channelsLast(NDArray samples) {
        return samples.getShape().dimension() == 4 ? samples.transpose(0, 2, 3, 1) : samples;
    }

    private static Tensor withoutBatch(Tensor one) {
        return new Tensor(Arrays.copyOfRange(one.sizes(), 1, one.sizes().length), one.values());
    }

    /// Sizes as the samples lie in memory: images with their channels last.
    private static int[] stored(int count, Shape shape) {
        int[] sizes = shape.sizes();
        return shape.isImage()
                ? new int[]{count, sizes[1], sizes[2], sizes[0]}
                : IntStream.concat(IntStream.of(count), Arrays.stream(sizes)).toArray();
    }

    @Override
    public void close() {
        scholar.close();
        dropConfusion();
    }
}
