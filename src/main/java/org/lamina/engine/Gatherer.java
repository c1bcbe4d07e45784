package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.Map;
import org.lamina.compile.Tap;
import org.lamina.data.Batch;
import org.lamina.data.Split;
import org.lamina.graph.NodeId;
import org.lamina.probe.Gallery;

/// Gathers the patches that excite units from the batch of one training step.
final class Gatherer implements Witness {

    private final Gallery gallery;
    private final Model model;
    private final Governor governor;
    private final Map<Integer, Integer> places;
    private final Map<NodeId, NDArray> outputs = new HashMap<>();

    /// @param places of samples among the training samples
    Gatherer(Gallery gallery, Model model, Governor governor, Map<Integer, Integer> places) {
        this.gallery = gallery;
        this.model = model;
        this.governor = governor;
        this.places = places;
    }

    /// Where each sample stands among the training samples.
    static Map<Integer, Integer> places(Split split) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < split.train().length; i++)
            places.put(split.train()[i], i);
        return places;
    }

    @Override
    public Tap over(Tap tap) {
        return (node, output) -> {
            NDArray given = tap.at(node, output);
            if (gallery.nodes().contains(node))
                outputs.put(node, given);
            return given;
        };
    }

    @Override
    public void stepped(Batch batch, Forward pass) {
        governor.measure(() -> gallery.gather(outputs, batch.inputs().asFloatBuffer(), samples(batch), truth(batch)));
    }

    private int[] samples(Batch batch) {
        int[] samples = batch.samples().clone();
        for (int i = 0; i < samples.length; i++)
            samples[i] = places.getOrDefault(samples[i], 0);
        return samples;
    }

    private int[] truth(Batch batch) {
        if (!model.hasClasses())
            return new int[0];
        float[] targets = Model.floats(batch.targets());
        int[] truth = new int[batch.size()];
        for (int i = 0; i < truth.length; i++)
            truth[i] = (int) targets[i];
        return truth;
    }
}
