package org.lamina.probe;

import java.util.Optional;
import org.lamina.study.Attribution.Completeness;
import org.lamina.study.Attribution.Found;
import org.lamina.study.Finding;
import org.lamina.tensor.Tensor;

/// Integrated gradients by the midpoint rule: with 64 points, and with four times as many while what they add up to is
/// more than 1 % off.
final class Integrated implements Study {
    private static final int FEWEST = 64;
    private static final int MOST = 1024;
    private static final double GAP = 0.01;

    private final Answer answer;
    private final Tensor picture;
    private final double difference;
    private int points = FEWEST;
    private Study mean;
    private boolean done;

    Integrated(Answer answer, Tensor picture) {
        this.answer = answer;
        this.picture = picture;
        difference = answer.of(picture) - answer.of(new Tensor(picture.sizes(), new float[picture.values().length]));
        mean = mean();
    }

    private Study mean() {
        float[] values = picture.values();
        int all = points;
        return new MeanGradient(answer, picture.sizes(), all, (point, to, at) -> {
            for (int i = 0; i < values.length; i++)
                to[at + i] = values[i] * (point + 0.5f) / all;
        }, this::found);
    }

    private Found found(float[] gradient) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= picture.values()[i];
            sum += gradient[i];
        }
        return new Found(new Tensor(picture.sizes(), gradient), new Completeness(sum, difference));
    }

    @Override
    public Optional<? extends Finding> advance() throws Exception {
        Optional<? extends Finding> found = mean.advance();
        if (found.isPresent() && found.get() instanceof Found(_, Completeness complete)) {
            done = complete.gap() <= GAP || points >= MOST;
            points *= 4;
            mean = mean();
        }
        return found;
    }

    @Override
    public boolean isDone() {
        return done;
    }
}
