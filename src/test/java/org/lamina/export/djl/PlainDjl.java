package org.lamina.export.djl;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;

/// A program that knows nothing but DJL and an exported folder. Arguments: the folder, a file with numbers in it that is
/// replaced by the answers, the sizes of the batch.
@NullMarked
final class PlainDjl {

    private PlainDjl() {}

    static void main(String[] args) throws Exception {
        Path file = Path.of(args[1]);
        float[] sizes = numbers(args[2]);
        Shape shape = new Shape(IntStream.range(0, sizes.length).mapToLong(i -> (long) sizes[i]).toArray());
        Criteria<NDList, NDList> criteria = Criteria.builder().setTypes(NDList.class, NDList.class)
                .optModelPath(Path.of(args[0])).build();
        try (ZooModel<NDList, NDList> model = criteria.loadModel();
                Predictor<NDList, NDList> predictor = model.newPredictor()) {
            NDArray batch = model.getNDManager().create(numbers(Files.readString(file)), shape);
            float[] answers = predictor.predict(new NDList(batch)).head().toFloatArray();
            Files.writeString(file, Arrays.toString(answers));
        }
    }

    /// Reads `[1.0, 2.0]`.
    static float[] numbers(String text) {
        String[] words = text.substring(1, text.length() - 1).split(", ", -1);
        float[] numbers = new float[words.length];
        for (int i = 0; i < words.length; i++)
            numbers[i] = Float.parseFloat(words[i]);
        return numbers;
    }
}
