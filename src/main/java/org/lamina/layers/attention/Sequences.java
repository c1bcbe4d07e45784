package org.lamina.layers.attention;

import java.util.List;
import java.util.Map;
import org.lamina.layers.Fit;
import org.lamina.spec.Inferred;
import org.lamina.spec.Remedy;
import org.lamina.tensor.Shape;

/// The shape rule of layers that attend: a sequence, and where they ask another, one with as many features.
final class Sequences {

    private Sequences() {}

    static Inferred infer(List<Shape> inputs, int heads) {
        Shape in = inputs.getFirst();
        for (int port = 0; port < inputs.size(); port++)
            if (!inputs.get(port).isSequence())
                return Inferred.refused("needs a sequence (time×features), got %s: put a Reshape before %s"
                        .formatted(inputs.get(port), inputs.size() == 1 ? "it" : "input " + (port + 1)),
                        inputs.size() == 1 ? new Remedy[]{asSequence(in)} : new Remedy[]{});
        if (inputs.getLast().size(1) != in.size(1))
            return Inferred.refused(
                    "needs sequences with as many features, got %s and %s: put a Dense layer of %d units before input 2"
                            .formatted(in, inputs.getLast(), in.size(1)),
                    new Remedy.Insert("Insert Dense", 1, "dense", Map.of("units", in.size(1))));
        if (in.size(1) % heads != 0)
            return Inferred.refusedFor("heads", "needs heads that share %d features evenly, got %d: set heads to %d"
                    .formatted(in.size(1), heads, fitting(in.size(1), heads)),
                    new Remedy.Set("Set heads to " + fitting(in.size(1), heads), "heads", fitting(in.size(1), heads)));
        return Fit.known(in, in.size(0), in.size(1));
    }

    /// Channels of an image, or single features, as time steps.
    private static Remedy asSequence(Shape shape) {
        int time = shape.size(0);
        return new Remedy.Insert("Insert Reshape", 0, "reshape",
                Map.of("shape", Shape.sequence(time, (int) (shape.elements() / time))));
    }

    /// The largest number of heads up to the wanted one that divides the features.
    private static int fitting(int features, int wanted) {
        int heads = Math.min(features, wanted);
        while (features % heads != 0)
            heads--;
        return heads;
    }
}
