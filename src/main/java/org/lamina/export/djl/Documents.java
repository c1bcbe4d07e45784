package org.lamina.export.djl;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lamina.export.Trained;
import org.lamina.project.Loss;
import org.lamina.project.Task;
import org.lamina.tensor.Shape;

/// The text files beside the model in a DJL folder.
final class Documents {
    private static final String README = "README.md";
    private static final String SYNSET = "synset.txt";
    private static final String SERVING = "serving.properties";
    static final Set<String> NAMES = Set.of(README, SYNSET, SERVING);

    /// The versions that the example was run with.
    private static final String DJL = "0.35.1";

    private final Trained network;
    private final String folder;

    /// @param folder the name it is exported under
    Documents(Trained network, Path folder) {
        this.network = network;
        this.folder = folder.toString();
    }

    /// Content by file name.
    Map<String, String> all() {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put(README, readme());
        documents.put(SERVING, serving());
        if (network.task().takesLogits())
            documents.put(SYNSET, network.labels().stream().map(l -> l.replaceAll("\\R", " ") + "\n")
                    .collect(Collectors.joining()));
        return documents;
    }

    /// Read by `Criteria` and by DJL Serving; the picture settings are arguments of ImageClassificationTranslatorFactory.
    private String serving() {
        return "engine=OnnxRuntime\noption.modelName=model\n" + pictures().map(picture -> """
                translatorFactory=ai.djl.modality.cv.translator.ImageClassificationTranslatorFactory
                width=%d
                height=%d
                flag=%s
                resize=true
                toTensor=true
                applySoftmax=%s
                synsetFileName=%s
                """.formatted(picture.size(2), picture.size(1), picture.size(0) == 1 ? "GRAYSCALE" : "COLOR",
                !network.givesProbabilities(), SYNSET)).orElse("");
    }

    /// The shape of pictures that DJL's own classifier can prepare.
    private Optional<Shape> pictures() {
        return network.task() == Task.CLASSIFICATION && network.loss() == Loss.USUAL
                ? network.picture().filter(p -> p.size(0) == 1 || p.size(0) == 3)
                : Optional.empty();
    }

    private String readme() {
        Shape input = network.input();
        return """
                # %s

                Trained with Lamina, for [Deep Java Library](https://djl.ai) (run with %s).

                | | |
                |---|---|
                | Input | batch × %s |
                | Preparation | %s |
                | Output | %s |
                %s
                ```java
                %s```

                It needs, from Maven Central, %s.
                """.formatted(network.name(), DJL, input.describe(), network.preparation(), network.meaning(),
                labels(), pictures().isPresent() ? pictureExample() : numberExample(input),
                pictures().isPresent()
                        ? "`ai.djl.onnxruntime:onnxruntime-engine:" + DJL + "`, which runs the network, and\n"
                                + "`ai.djl.pytorch:pytorch-engine:" + DJL + "`, which resizes pictures"
                        : "`ai.djl.onnxruntime:onnxruntime-engine:" + DJL + "`");
    }

    /// The table's row of what the numbers stand for, where they have names.
    private String labels() {
        if (network.answers().isEmpty())
            return "";
        String title = switch (network.task()) {
            case CLASSIFICATION -> "Classes";
            case NEXT_TOKEN -> "Vocabulary";
            default -> "Values";
        };
        return "| %s | %s |\n".formatted(title, cell(network.answers()));
    }

    private static String cell(List<String> labels) {
        return labels.stream().map(l -> l.replace("|", "\\|").replaceAll("\\R", " ")).collect(Collectors.joining(", "));
    }

    private String pictureExample() {
        return """
                import ai.djl.modality.Classifications;
                import ai.djl.modality.cv.*;
                import ai.djl.modality.cv.translator.ImageClassificationTranslatorFactory;
                import ai.djl.repository.zoo.Criteria;
                import java.nio.file.Path;

                public class Example {
                    public static void main(String[] args) throws Exception {
                        Criteria<Image, Classifications> criteria = Criteria.builder()
                                .setTypes(Image.class, Classifications.class)
                                .optModelPath(Path.of("%s"))
                                .optTranslatorFactory(new ImageClassificationTranslatorFactory())
                                .build();
                        try (var model = criteria.loadModel(); var predictor = model.newPredictor()) {
                            Image picture = ImageFactory.getInstance().fromFile(Path.of(args[0]));
                            System.out.println(predictor.predict(picture).best());
                        }
                    }
                }
                """.formatted(literal(folder));
    }

    private String numberExample(Shape input) {
        return """
                import ai.djl.ndarray.*;
                import ai.djl.ndarray.types.Shape;
                import ai.djl.repository.zoo.Criteria;
                import java.nio.file.Path;
                import java.util.Arrays;

                public class Example {
                    public static void main(String[] args) throws Exception {
                        Criteria<NDList, NDList> criteria = Criteria.builder()
                                .setTypes(NDList.class, NDList.class)
                                .optModelPath(Path.of("%4$s"))
                                .build();
                        %1$s[] sample = new %1$s[%2$d];
                        try (var model = criteria.loadModel(); var predictor = model.newPredictor()) {
                            NDArray batch = model.getNDManager().create(sample, new Shape(1, %3$s));
                            System.out.println(Arrays.toString(predictor.predict(new NDList(batch)).head().toFloatArray()));
                        }
                    }
                }
                """.formatted(input.isTokens() ? "long" : "float", input.elements(),
                Arrays.stream(input.sizes()).mapToObj(String::valueOf).collect(Collectors.joining(", ")),
                literal(folder));
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
