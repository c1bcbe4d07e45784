package org.lamina.probe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lamina.study.LayerOutputs;
import org.lamina.study.Picture;

/// Gathers what a layer gives for many samples.
final class Gathering implements Study {

    private final LayerOutputs question;
    private final int[] samples;
    private final Features features;

    Gathering(LayerOutputs question, Subject subject) throws Unanswerable {
        this.question = question;
        if (!subject.graph().contains(question.node()))
            throw new Unanswerable("The trained network has no such layer yet: press Train, or choose another layer");
        samples = Probing.spread(subject.split().validation().length, question.most());
        List<Picture> pictures = Arrays.stream(samples).<Picture>mapToObj(Picture.Validation::new).toList();
        features = new Features(subject, pictures, question.node()::equals, new Reduction(LayerOutputs.FEATURES));
    }

    @Override
    public Optional<LayerOutputs.Found> advance() throws Exception {
        features.advance();
        if (!isDone())
            return Optional.empty();
        if (!features.nodes().contains(question.node()))
            throw new Unanswerable("This layer gives names of tokens, which lie nowhere: choose a layer behind it");
        Features.Layer layer = features.of(question.node());
        return Optional.of(new LayerOutputs.Found(question.node(), samples, layer.rows(), layer.numbers(),
                features.answers()));
    }

    @Override
    public boolean isDone() {
        return features.isDone();
    }
}
