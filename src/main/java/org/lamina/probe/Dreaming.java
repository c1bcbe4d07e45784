package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.lamina.graph.Field;
import org.lamina.graph.NodeId;
import org.lamina.study.PreferredInput;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Climbs from grey noise to the picture that a unit prefers, a few steps in each bit.
final class Dreaming implements Study {

    private static final int STEPS = 96;
    private static final int IN_A_BIT = 4;
    private static final float RATE = 0.08f;
    private static final float DECAY = 0.01f;
    private static final int BLUR_EVERY = 6;
    /// Pixels from which on a pattern bears blur and jitter.
    private static final int FINE = 8;

    private final Subject subject;
    /// Where the climb begins to have a slope: before the activation.
    private final NodeId node;
    private final Shape shape;
    private final Region field;
    private final int[] middle;
    private final Random random = new Random(1);
    private final float[] picture;
    private final float before;
    private int step;

    Dreaming(PreferredInput question, Subject subject) throws Unanswerable {
        this.subject = subject;
        Stages stages = Stages.of(subject);
        shape = stages.network().shape(stages.source()).orElseThrow();
        node = stages.depths().stream().filter(depth -> depth.node().equals(question.unit().node()))
                .map(Stages.Depth::weighted).findFirst().orElse(question.unit().node());
        Shape given = stages.network().shape(node).orElseThrow();
        middle = IntStream.range(0, given.rank())
                .map(axis -> axis == given.channelAxis() ? question.unit().index() : given.size(axis) / 2).toArray();
        field = Field.of(stages.network(), node, Region.at(middle)).at(stages.source())
                .orElseGet(() -> Region.all(shape));
        picture = new float[(int) shape.elements()];
        Arrays.fill(picture, 0.5f);
        before = response();
        for (int i = 0; i < picture.length; i++)
            picture[i] += (float) random.nextGaussian() * 0.05f;
    }

    @Override
    public Optional<PreferredInput.Found> advance() {
        for (int i = 0; i < IN_A_BIT && step < STEPS; i++)
            climb();
        return Optional.of(new PreferredInput.Found(cropped(), before, response()));
    }

    @Override
    public boolean isDone() {
        return step >= STEPS;
    }

    private void climb() {
        int down = jitter(field.extent(1));
        int right = jitter(field.extent(2));
        float[] gradient = rolled(gradient(rolled(picture, down, right)), -down, -right);
        double norm = 1e-12;
        for (float g : gradient)
            norm += (double) g * g;
        float rate = (float) (RATE * Math.sqrt(field.extent(1) * field.extent(2) * shape.size(0)) / Math.sqrt(norm));
        for (int i = 0; i < picture.length; i++)
            picture[i] = Math.clamp(0.5f + (picture[i] - 0.5f) * (1 - DECAY) + rate * gradient[i], 0, 1);
        step++;
        if (step % BLUR_EVERY == 0 && step < STEPS - BLUR_EVERY && Math.min(field.extent(1), field.extent(2)) >= FINE)
            blur();
    }

    /// At most one pixel in eight, so that small patterns stay sharp.
    private int jitter(int extent) {
        int most = extent / FINE;
        return random.nextInt(2 * most + 1) - most;
    }

    private float[] gradient(float[] of) {
        try (NDManager scope = subject.manager().newSubManager()) {
            NDArray x = subject.array(scope, batch(of));
            return subject.gradients(List.of(x), () -> unit(x)).getFirst().toFloatArray();
        }
    }

    private float response() {
        try (NDManager scope = subject.manager().newSubManager()) {
            return unit(subject.array(scope, batch(picture))).getFloat();
        }
    }

    private NDArray unit(NDArray x) {
        NDArray[] seen = {x};
        subject.answer(x, false, (at, output) -> {
            if (at.equals(node))
                seen[0] = output;
            return output;
        });
        StringBuilder place = new StringBuilder("0");
        for (int at : middle)
            place.append(", ").append(at);
        return seen[0].get(place.toString()).sum();
    }

    private Tensor batch(float[] of) {
        return new Tensor(new int[]{1, shape.size(0), shape.size(1), shape.size(2)}, of);
    }

    private float[] rolled(float[] of, int down, int right) {
        int height = shape.size(1);
        int width = shape.size(2);
        float[] moved = new float[of.length];
        for (int i = 0; i < of.length; i++) {
            int y = Math.floorMod(i / width % height + down, height);
            int x = Math.floorMod(i % width + right, width);
            moved[i / (height * width) * height * width + y * width + x] = of[i];
        }
        return moved;
    }

    /// Each pixel becomes half itself and half the mean of its four neighbours.
    private void blur() {
        float[][] around = {rolled(picture, 1, 0), rolled(picture, -1, 0), rolled(picture, 0, 1),
                rolled(picture, 0, -1)};
        for (int i = 0; i < picture.length; i++)
            picture[i] = picture[i] / 2 + (around[0][i] + around[1][i] + around[2][i] + around[3][i]) / 8;
    }

    private Tensor cropped() {
        int height = field.extent(1);
        int width = field.extent(2);
        float[] values = new float[shape.size(0) * height * width];
        for (int c = 0, at = 0; c < shape.size(0); c++)
            for (int y = field.first(1); y <= field.last(1); y++)
                for (int x = field.first(2); x <= field.last(2); x++)
                    values[at++] = picture[(c * shape.size(1) + y) * shape.size(2) + x];
        return new Tensor(new int[]{shape.size(0), height, width}, values);
    }
}
