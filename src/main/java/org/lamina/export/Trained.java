package org.lamina.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.project.Task;
import org.lamina.spec.Role;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// A trained network with what it answers to some samples, so that a file made from it can be proven.
///
/// @param name of the project, for the model's name and the documents beside it
/// @param labels names of the classes or values, in the order of the output
/// @param preparation how the inputs were made from the raw data, in words; may be empty
/// @param weights by `node.parameter`
/// @param inputs the samples, with a batch axis, channels first; every input layer gets these
/// @param outputs what each node gives for them, with a batch axis, channels first
public record Trained(String name, Graph graph, Task task, List<String> labels, String preparation,
        Map<String, Tensor> weights, Tensor inputs, Map<NodeId, Tensor> outputs) {

    public Trained {
        labels = List.copyOf(labels);
        weights = Map.copyOf(weights);
        outputs = Map.copyOf(outputs);
    }

    /// How many samples there are answers for.
    public int samples() {
        return inputs.sizes()[0];
    }

    /// The shape of the pictures that come in, where they are pictures.
    public Optional<Shape> picture() {
        Inference inference = inference();
        return graph.nodes().stream().filter(n -> n.layer().role() == Role.SOURCE)
                .flatMap(n -> inference.shape(n.id()).stream()).filter(Shape::isImage).findFirst();
    }

    /// What the output's numbers are, in words.
    public String meaning() {
        return task == Task.CLASSIFICATION
                ? "One number per class (a logit): the largest is the answer, softmax makes probabilities of them"
                : "The predicted " + String.join(", ", labels);
    }

    /// The shapes within the network.
    public Inference inference() {
        return Inference.of(graph, null);
    }
}
