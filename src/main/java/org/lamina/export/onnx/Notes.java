package org.lamina.export.onnx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lamina.export.Trained;
import org.lamina.graph.Node;
import org.lamina.tensor.Shape;

/// What a model file says in words and metadata about the network and its inputs. Keys that start with `Image.` are
/// ONNX's own (docs/MetadataProps.md).
final class Notes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Notes() {}

    /// The version of Lamina that runs.
    static String version() {
        return Optional.ofNullable(Notes.class.getPackage().getImplementationVersion()).orElse("development");
    }

    static String description(Trained network) {
        return network.name() + ", trained with Lamina to "
                + switch (network.task()) {
                    case CLASSIFICATION -> "tell " + network.labels().size() + " classes apart";
                    case REGRESSION -> "predict " + String.join(", ", network.labels());
                    case NEXT_TOKEN -> "tell which of " + network.labels().size() + " tokens comes next";
                    case RECONSTRUCTION -> "give back its input";
                    case ADVERSARIAL -> "make samples of noise";
                };
    }

    /// Preprocessing and labels: `classes` or `values` is a JSON array in the order of the output.
    static Map<String, String> metadata(Trained network) {
        Map<String, String> notes = new LinkedHashMap<>();
        network.picture().ifPresent(picture -> {
            notes.put("Image.NominalPixelRange", "Normalized_0_1");
            switch (picture.size(0)) {
                case 1 -> notes.put("Image.BitmapPixelFormat", "Gray8");
                case 3 -> notes.put("Image.BitmapPixelFormat", "Rgb8");
                case 4 -> notes.put("Image.BitmapPixelFormat", "Rgba8");
                default -> {
                }
            }
        });
        notes.put("preprocessing", network.preparation());
        if (!network.answers().isEmpty())
            notes.put(network.task().takesLogits() ? "classes" : "values", json(network.answers()));
        notes.put("output", network.meaning());
        return notes;
    }

    /// One value in words.
    static String value(Node node, Shape shape, Trained network) {
        return switch (node.layer().role()) {
            case SOURCE -> "N × " + shape.describe() + ". " + network.preparation();
            case NOISE -> "N × %s numbers drawn at random, %s".formatted(shape, switch (node.layer().noise()) {
                case NORMAL -> "with mean 0 and standard deviation 1";
                case UNIFORM -> "evenly from −1 to 1";
            });
            case SINK -> "N × " + shape.describe() + ". " + network.meaning();
            case INNER -> network.answering().contains(node.id()) ? "N × " + shape.describe() + ". " + network.meaning()
                    : node.label();
        };
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
