package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.lamina.compile.Tap;
import org.lamina.data.Batch;
import org.lamina.data.DataSet;
import org.lamina.data.Split;
import org.lamina.graph.Expected;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;
import org.lamina.probe.Gallery;
import org.lamina.probe.Lesson;
import org.lamina.probe.Subject;
import org.lamina.probe.Unanswerable;
import org.lamina.project.Checkup;
import org.lamina.project.Task;
import org.lamina.study.Health;
import org.lamina.study.Picture;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// The model in hand, as studies see it.
final class ModelSubject implements Subject.Opened {

    private final Model model;
    private final Network network;
    private final Graph graph;
    private final Map<NodeId, Tensor> probes = new HashMap<>();
    private @Nullable Gallery gallery;
    private Map<NodeId, Health.Movement> movements = Map.of();

    ModelSubject(Model model) {
        this.model = model;
        network = model.network();
        graph = model.project().graph().expanded();
    }

    @Override
    public Graph graph() {
        return graph;
    }

    @Override
    public Task task() {
        return model.task();
    }

    @Override
    public Expected expected() {
        return Checkup.expected(model.project().plan(), model.data().info());
    }

    @Override
    public DataSet data() {
        return model.data();
    }

    @Override
    public Split split() {
        return model.split();
    }

    @Override
    public Gallery gallery(long budget) throws Unanswerable {
        Gallery known = gallery;
        if (known == null || known.budget() != budget)
            known = Gallery.of(this, budget);
        gallery = known;
        return known;
    }

    @Override
    public void forget() {
        gallery = null;
    }

    @Override
    public Map<NodeId, Tensor> probes() {
        return probes;
    }

    @Override
    public Opened run(Path folder) throws Unanswerable {
        return new ModelSubject(OtherRun.open(folder, model));
    }

    @Override
    public void close() {
        model.close();
    }

    @Override
    public NDManager manager() {
        return network.manager();
    }

    @Override
    public NDArray samples(NDManager scope, List<? extends Picture> pictures) throws Unanswerable {
        int width = (int) network.input().elements();
        float[] numbers = new float[pictures.size() * width];
        for (int i = 0; i < pictures.size(); i++)
            copy(pictures.get(i), numbers, i * width);
        ByteBuffer stored = ByteBuffer.allocateDirect(numbers.length * Float.BYTES).order(ByteOrder.nativeOrder());
        stored.asFloatBuffer().put(numbers);
        return network.samples(scope, stored, pictures.size());
    }

    private void copy(Picture picture, float[] to, int at) throws Unanswerable {
        switch (picture) {
            case Picture.Validation(int index) -> copy(model.split().validation(), index, "validation", to, at);
            case Picture.Training(int index) -> copy(model.split().train(), index, "training", to, at);
            case Picture.Own(Tensor own) -> {
                Shape input = network.input();
                if (own.values().length != input.elements())
                    throw new Unanswerable("The network takes " + input + ", the picture is "
                            + Arrays.toString(own.sizes()) + ": choose another picture");
                System.arraycopy(own.values(), 0, to, at, own.values().length);
            }
        }
    }

    private void copy(int[] samples, int index, String name, float[] to, int at) throws Unanswerable {
        if (index < 0 || index >= samples.length)
            throw new Unanswerable(
                    "There are " + samples.length + " " + name + " samples, number " + (index + 1) + " was asked for");
        model.data().input(samples[index], to, at);
    }

    @Override
    public Lesson lesson(NDManager scope, int most) throws Unanswerable {
        int count = Math.min(most, model.split().validation().length);
        if (count == 0)
            throw new Unanswerable("There are no validation samples to measure on: set aside some of the data");
        Batch batch = model.validation(model.room(count), IntStream.range(0, count).toArray());
        NDArray samples = network.samples(scope, batch.inputs(), count);
        return new Lesson(samples, model.objective().targets(samples, batch.targets()), model.objective().turns());
    }

    @Override
    public Map<NodeId, Health.Movement> movements() {
        return movements;
    }

    /// Takes what was measured of a step.
    void moved(Map<NodeId, Health.Movement> measured) {
        movements = measured;
    }

    @Override
    public NDArray array(NDManager scope, Tensor channelsFirst) {
        return scope.create(channelsFirst.values(), new ai.djl.ndarray.types.Shape(
                LongStream.of(Arrays.stream(channelsFirst.sizes()).asLongStream().toArray()).toArray()));
    }

    @Override
    public NDArray answer(NDArray samples, boolean training, Tap tap) {
        return network.answer(samples, training, tap);
    }

    @Override
    public NDArray alone(NodeId node, List<NDArray> arriving) {
        return network.alone(node, new NDList(arriving));
    }

    @Override
    public NDArray shown(NDArray answers) {
        return model.objective().shown(answers);
    }

    @Override
    public SequencedMap<String, NDArray> weights() {
        return network.kept();
    }

    @Override
    public List<NDArray> gradients(List<NDArray> leaves, Supplier<NDArray> number) {
        List<NDArray> weights = List.copyOf(network.trained().values());
        weights.forEach(weight -> weight.setRequiresGradient(false));
        try {
            leaves.forEach(leaf -> leaf.setRequiresGradient(true));
            NDArray result = Torch.recording(number);
            Torch.backward(result, result.onesLike());
            return leaves.stream().map(ModelSubject::gradient).toList();
        } finally {
            weights.forEach(weight -> weight.setRequiresGradient(true));
        }
    }

    /// Its gradient; zeros for what the number does not depend on.
    static NDArray gradient(NDArray leaf) {
        NDArray gradient = Torch.gradient(leaf);
        return gradient == null ? leaf.zerosLike() : gradient;
    }

    @Override
    public Tensor read(NDArray array) {
        return Network.read(array);
    }

    @Override
    public Tensor readOne(NDArray batch) {
        Tensor one = Network.read(batch);
        return new Tensor(Arrays.copyOfRange(one.sizes(), 1, one.sizes().length), one.values());
    }
}
