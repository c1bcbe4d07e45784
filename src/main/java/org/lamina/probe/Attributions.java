package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Random;
import org.lamina.compile.Tap;
import org.lamina.project.Task;
import org.lamina.study.Attribution;
import org.lamina.study.Attribution.Found;
import org.lamina.tensor.Tensor;

/// Which part of a picture an answer comes from, by each method.
final class Attributions {

    /// Of SmoothGrad: pictures with noise.
    private static final int NOISY = 32;

    /// Of SmoothGrad: standard deviation of the noise over the picture's range.
    private static final double NOISE = 0.15;

    private Attributions() {}

    static Study of(Attribution question, Subject subject) throws Unanswerable {
        Tensor picture = picture(question, subject);
        Answer answer = new Answer(subject, question.answer());
        return switch (question.method()) {
            case Attribution.Saliency() -> Study.once(() -> new Found(answer.gradient(picture), null));
            case Attribution.IntegratedGradients() -> new Integrated(answer, picture);
            case Attribution.SmoothGrad() -> smooth(answer, picture);
            case Attribution.GuidedBackpropagation() -> new Guided(answer, picture);
            case Attribution.GradCam(var layer) -> Study.once(() -> GradCam.of(layer, answer, picture));
            case Attribution.Occlusion(int window) -> new Occlusion(answer, picture, window);
        };
    }

    /// The picture as the network takes it, where its answers can be traced back to it.
    private static Tensor picture(Attribution question, Subject subject) throws Unanswerable {
        if (subject.task() != Task.CLASSIFICATION && subject.task() != Task.REGRESSION)
            throw new Unanswerable("Shows which part of a sample one answer comes from, a class or a value. "
                    + "This network gives back whole samples, tokens or verdicts.");
        try (NDManager scope = subject.manager().newSubManager()) {
            NDArray samples = subject.samples(scope, List.of(question.picture()));
            if (samples.getDataType() != DataType.FLOAT32)
                throw new Unanswerable(
                        "Needs a sample of numbers that can change a little. This one is made of tokens, "
                                + "and there is nothing between two tokens.");
            NDArray answers = subject.answer(samples, false, Tap.NONE);
            if (question.answer() < 0 || question.answer() >= answers.size())
                throw new Unanswerable("Needs one of the network's " + answers.size() + " answers, got number "
                        + (question.answer() + 1) + ": choose another answer.");
            return subject.readOne(samples);
        }
    }

    private static Study smooth(Answer answer, Tensor picture) {
        float[] values = picture.values();
        float low = Float.MAX_VALUE;
        float high = -Float.MAX_VALUE;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double deviation = NOISE * (high - low);
        Random random = new Random(1);
        MeanGradient.Variants noisy = (_, to, at) -> {
            for (int i = 0; i < values.length; i++)
                to[at + i] = (float) (values[i] + deviation * random.nextGaussian());
        };
        return new MeanGradient(answer, picture.sizes(), NOISY, noisy,
                mean -> new Found(new Tensor(picture.sizes(), mean), null));
    }
}
