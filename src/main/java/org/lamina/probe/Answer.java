package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lamina.compile.Tap;
import org.lamina.tensor.Tensor;

/// One of the numbers that a network answers: a class's logit, or a value.
record Answer(Subject subject, int index) {

    /// The answer for a picture.
    double of(Tensor picture) {
        try (NDManager scope = scope()) {
            return sum(batch(scope, picture), Tap.NONE).getFloat();
        }
    }

    /// The gradient of the answer for a picture with respect to the picture.
    Tensor gradient(Tensor picture) {
        try (NDManager scope = scope()) {
            return subject.readOne(gradient(batch(scope, picture), Tap.NONE));
        }
    }

    /// The gradients of the answers for several pictures.
    NDArray gradient(NDArray pictures, Tap tap) {
        return gradient(pictures, pictures, tap);
    }

    /// The gradients with respect to another array that the tap puts into the network.
    NDArray gradient(NDArray pictures, NDArray leaf, Tap tap) {
        return subject.gradients(List.of(leaf), () -> sum(pictures, tap)).getFirst();
    }

    /// The answers for several pictures as people read them.
    float[] shown(NDArray pictures) {
        NDArray shown = subject.shown(subject.answer(pictures, false, Tap.NONE));
        return shown.get(new NDIndex(":, {}", index)).toFloatArray();
    }

    NDManager scope() {
        return subject.manager().newSubManager();
    }

    /// A batch of one.
    NDArray batch(NDManager scope, Tensor picture) {
        return batch(scope, picture.sizes(), picture.values());
    }

    /// A batch of pictures of the given sizes, one after the other.
    NDArray batch(NDManager scope, int[] sizes, float[] pictures) {
        int count = pictures.length / Arrays.stream(sizes).reduce(1, Math::multiplyExact);
        int[] batch = IntStream.concat(IntStream.of(count), Arrays.stream(sizes)).toArray();
        return subject.array(scope, new Tensor(batch, pictures));
    }

    private NDArray sum(NDArray pictures, Tap tap) {
        return subject.answer(pictures, false, tap).get(new NDIndex(":, {}", index)).sum();
    }
}
