package org.lamina.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lamina.graph.Contest;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.project.Loss;
import org.lamina.project.Plan;
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
public record Trained(String name, Graph graph, Task task, Loss loss, List<String> labels, String preparation,
        Map<String, Tensor> weights, Tensor inputs, Map<NodeId, Tensor> outputs) {

    public Trained {
        labels = List.copyOf(labels);
        weights = Map.copyOf(weights);
        outputs = Map.copyOf(outputs);
    }

    /// The trained network of a project.
    public static Trained of(Project project, String name, List<String> labels, String preparation,
            Map<String, Tensor> weights, Tensor inputs, Map<NodeId, Tensor> outputs) {
        Plan plan = project.plan();
        return new Trained(name, project.graph().expanded(), plan.task(), plan.loss(), labels, preparation, weights,
                inputs, outputs);
    }

    /// What a node gives for the samples.
    ///
    /// @throws ExportException where it was not asked
    public Tensor answer(NodeId node) throws ExportException {
        Tensor answer = outputs.get(node);
        if (answer == null)
            throw new ExportException("needs the network's own answer of " + node + " to compare with, got none");
        return answer;
    }

    /// How many samples there are answers for.
    public int samples() {
        return inputs.sizes()[0];
    }

    /// Nodes whose answers are taken away: the outputs; of two networks trained against each other the generator's end.
    public List<NodeId> answering() {
        return task == Task.ADVERSARIAL ? Contest.of(graph).map(c -> List.of(c.generated())).orElseThrow()
                : graph.with(Role.SINK);
    }

    /// The shape of what comes in for one sample.
    public Shape input() {
        Set<NodeId> needed = graph.upstream(answering());
        return graph.nodes().stream().filter(n -> n.layer().role().beginsNetwork() && needed.contains(n.id()))
                .flatMap(n -> inference().shape(n.id()).stream()).findFirst().orElseThrow();
    }

    /// The shape of the pictures that come in, where they are pictures.
    public Optional<Shape> picture() {
        return Optional.of(input()).filter(Shape::isImage);
    }

    /// The names of what the output's numbers stand for; empty where it gives samples.
    public List<String> answers() {
        return task == Task.RECONSTRUCTION || task == Task.ADVERSARIAL ? List.of() : labels;
    }

    /// Whether the network ends in a softmax.
    public boolean givesProbabilities() {
        return graph.with(Role.SINK).stream().flatMap(n -> graph.answering(n).stream())
                .anyMatch(n -> n.layer().card().id().equals("softmax"));
    }

    /// What the output's numbers are, in words.
    public String meaning() {
        if (loss == Loss.BINARY_CROSS_ENTROPY && task != Task.ADVERSARIAL)
            return yesOrNo();
        return switch (task) {
            case REGRESSION -> "The predicted " + String.join(", ", labels);
            case NEXT_TOKEN ->
                "At each time step a number for each token of the vocabulary (logit): the largest is the most likely to follow";
            case RECONSTRUCTION -> "The sample given back";
            case ADVERSARIAL -> "A generated sample";
            case CLASSIFICATION -> givesProbabilities() ? "The probability of each class"
                    : "A number for each class (logit): the largest is the answer, softmax makes probabilities of them";
        };
    }

    /// What the numbers of questions that are each answered by themselves are, in words.
    private String yesOrNo() {
        if (task == Task.CLASSIFICATION && labels.size() == 2)
            return "One number (logit): above 0 the answer is %2$s, below 0 %1$s; the sigmoid of it is the probability of %2$s"
                    .formatted(labels.getFirst(), labels.getLast());
        return switch (task) {
            case RECONSTRUCTION -> "The sample given back, as logits: the sigmoid makes numbers from 0 to 1 of them";
            case CLASSIFICATION ->
                "A number for each class (logit), of which the sigmoid makes a probability: the largest is the answer";
            default -> "A number (logit) for each of " + String.join(", ", labels)
                    + ", of which the sigmoid makes a probability";
        };
    }

    /// The shapes within the network.
    public Inference inference() {
        return Inference.of(graph, null);
    }
}
