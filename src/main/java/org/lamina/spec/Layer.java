package org.lamina.spec;

import ai.djl.nn.Block;
import java.util.List;
import java.util.Optional;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

/// A kind of layer. An implementation is a record in one file: its components are its parameters (each with [Help] and
/// a range), its no-argument constructor holds the defaults, and its type carries [Card] and [Help]. It is found through
/// `java.util.ServiceLoader`.
///
/// All shapes are per sample. Hard ranges of single parameters are checked before [#infer] is asked; a rule across
/// parameters belongs in [#infer].
public interface Layer {

    /// How many inputs the layer takes.
    default Ports ports() {
        return Ports.ONE;
    }

    default Role role() {
        return Role.INNER;
    }

    /// Whether tokens may arrive; all other layers compute with real numbers.
    default boolean takesTokens() {
        return false;
    }

    /// The same source set to give this shape; empty where it cannot, as all layers that are no source.
    default Optional<Layer> giving(Shape shape) {
        return Optional.empty();
    }

    /// How the numbers are distributed that a layer of [Role#NOISE] brings in; asked only there.
    default Noise noise() {
        return Noise.NORMAL;
    }

    /// The shape rule: pure, and never throws for anything a person can type. Inputs are all known and as many as
    /// [#ports] allows, and tokens only where [#takesTokens].
    Inferred infer(List<Shape> inputs);

    /// The shape that [#infer] gives; asked only where it gives one.
    default Shape output(List<Shape> inputs) {
        return switch (infer(inputs)) {
            case Inferred.Known(Shape shape) -> shape;
            case Inferred other -> throw new IllegalStateException(card().id() + " on " + inputs + ": " + other);
        };
    }

    /// The numbers of an input that some numbers of the answer are computed from, once the network is trained; asked only
    /// after [#infer] gave a shape. A layer that says nothing else reads all.
    ///
    /// @param answer some of what the layer gives; not empty
    default Region reads(int port, List<Shape> inputs, Region answer) {
        return Region.all(inputs.get(port));
    }

    /// Cost for one sample; asked only after [#infer] gave a shape. A layer without weights costs its output.
    default Cost cost(List<Shape> inputs) {
        return new Cost(0, 0, output(inputs).bytes());
    }

    /// The engine's block; asked only on the engine thread after [#infer] gave a shape. The block returns one array.
    Block block(List<Shape> inputs);

    /// Whether its answer to a number grows with that number and with nothing else, bit for bit and in its gradient, so
    /// that the largest of some answers is the answer to the largest.
    default boolean keepsOrder() {
        return false;
    }

    /// Whether each number of its answer is the largest of some that arrive.
    default boolean picksLargest() {
        return false;
    }

    /// Whether samples of a generator, at its first input, meet real ones, at its second, so that what follows learns to
    /// tell them apart. By itself it hands on the generated ones.
    default boolean isContest() {
        return false;
    }

    /// Writes the ONNX operators that compute the same.
    void onnx(OnnxSink sink);

    /// A PyTorch expression that builds the same module, such as `nn.ReLU()`.
    String torch(List<Shape> inputs);

    /// Python definitions that the PyTorch expression refers to; empty for most.
    default String torchSource() {
        return "";
    }

    /// A Keras expression that builds the same layer, such as `layers.ReLU()`.
    String keras(List<Shape> inputs);

    default Card card() {
        return Cards.card(getClass());
    }

    /// What it does, in the small Markdown.
    default String help() {
        return Cards.help(getClass());
    }
}
