package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamina.compile.Tap;
import org.lamina.data.Batch;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;
import org.lamina.probe.Unanswerable;
import org.lamina.spec.Attentive;
import org.lamina.study.Picture;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Takes what people see of a network as it stands: what its layers give, its kernels, its answers. Nothing of the
/// network is changed.
final class Pictures {

    /// Weights of a layer that are shown.
    private static final int MOST_WEIGHTS = 4_000_000;

    private final Model model;
    private final ModelSubject subject;
    private final Graph graph;
    private Looks looks = Looks.NOTHING;
    private Batch room;

    Pictures(Model model, ModelSubject subject) {
        this.model = model;
        this.subject = subject;
        graph = subject.graph();
        room = model.room(1);
    }

    /// What is in sight from now on.
    void looks(Looks wanted) {
        looks = wanted;
        room = model.room(Math.max(1, wanted.predictions().size()));
    }

    /// What the layers in sight give of the picture in hand.
    List<Frame.Maps> maps(long step) {
        List<Frame.Maps> maps = new ArrayList<>();
        Map<NodeId, NDArray> given = new HashMap<>();
        int sample = looks.picture() instanceof Picture.Validation(int index) ? index : -1;
        try (NDManager scope = subject.manager().newSubManager()) {
            subject.answer(subject.samples(scope, List.of(looks.picture())), false, (node, output) -> {
                given.put(node, output);
                if (looks.maps().contains(node))
                    maps.add(new Frame.Maps(node, step, sample, subject.readOne(output), attention(node, given)));
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
                (whom, array) -> shares.add(new Frame.Attention(whom, subject.readOne(array))));
        return shares;
    }

    List<Frame.Kernels> kernels(long step) {
        List<Frame.Kernels> kernels = new ArrayList<>();
        for (NodeId node : looks.kernels())
            model.network().kernel(node).ifPresent(weight -> kernels.add(new Frame.Kernels(node, step,
                    Network.readFirst(weight, MOST_WEIGHTS), Math.toIntExact(weight.getShape().get(0)))));
        return kernels;
    }

    /// Null where none are asked for.
    Frame.@Nullable Predictions predictions(long step) {
        int[] samples = looks.predictions().stream().mapToInt(Integer::intValue).filter(model::isValidation).toArray();
        if (samples.length == 0)
            return null;
        Batch batch = model.validation(room, samples);
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

    /// Sizes as the samples lie in memory: images with their channels last.
    private static int[] stored(int count, Shape shape) {
        int[] sizes = shape.sizes();
        return shape.isImage()
                ? new int[]{count, sizes[1], sizes[2], sizes[0]}
                : IntStream.concat(IntStream.of(count), Arrays.stream(sizes)).toArray();
    }
}
