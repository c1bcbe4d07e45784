package org.lamina.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.spec.Role;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// A trained network with what it answers to some samples, so that a file made from it can be proven.
///
/// @param name of the project, for the model's name and the documents beside it
/// @param graph without blocks: what they hold stands in their place
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

    /// The trained network of a project.
    public static Trained of(Project project, String name, List<String> labels, String preparation,
            Map<String, Tensor> weights, Tensor inputs, Map<NodeId, Tensor> outputs) {
        return new Trained(name, project.graph().expanded(), project.plan().task(), labels, preparation, weights,
                inputs,
                outputs);
    }

    /// How many samples there are answers for.
    public int samples() {
        return inputs.sizes()[0];
    }

    /// The shape of one sample.
    public Shape input() {
        return graph.with(Role.SOURCE).stream().flatMap(n -> inference().shape(n).stream()).findFirst()
                .orElseThrow();
    }

    /// The shape of the pictures that come in, where they are pictures.
    public Optional<Shape> picture() {
        return Optional.of(input()).filter(Shape::isImage);
    }

    /// Whether the network ends in a softmax.
    public boolean givesProbabilities() {
        return graph.with(Role.SINK).stream().flatMap(n -> graph.answering(n).stream())
                .anyMatch(n -> n.layer().card().id().equals("softmax"));
    }

    /// What the output's numbers are, in words.
    public String meaning() {
        if (task == Task.REGRESSION)
            return "The predicted " + String.join(", ", labels);
        if (task == Task.NEXT_TOKEN)
            return "At each time step a number for each token of the vocabulary (logit): the largest is the most likely to follow";
        return givesProbabilities() ? "The probability of each class"
                : "A number for each class (logit): the largest is the answer, softmax makes probabilities of them";
    }

    /// The shapes within the network.
    public Inference inference() {
        return Inference.of(graph, null);
    }
}
