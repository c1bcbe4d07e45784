package org.lamina.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.Param;
import org.lamina.spec.Params;
import org.lamina.spec.Ports;
import org.lamina.tensor.Shape;

/// The table of inputs that every contract over the catalogue runs on: each layer with its defaults and with parameters
/// drawn by seed, on usual, odd and drawn shapes. A new layer is in it without a line of its own.
public final class Cases {

    private static final int DRAWS = 4;

    /// A layer and what arrives at it.
    public record Case(Layer layer, List<Shape> inputs) {
        public Inferred answer() {
            return layer.infer(inputs);
        }

        /// What leaves; only for cases that fit.
        public Shape output() {
            return layer.output(inputs);
        }

        @Override
        public String toString() {
            return layer + " on " + inputs;
        }
    }

    private Cases() {}

    public static Stream<Layer> layers() {
        return Catalogue.layers().entries().stream();
    }

    /// All cases of a layer, those included that it refuses.
    public static List<Case> of(Layer layer) {
        Random random = new Random(layer.card().id().hashCode());
        List<Case> cases = new ArrayList<>();
        for (List<Shape> inputs : inputs(layer, random)) {
            cases.add(new Case(layer, inputs));
            for (int draw = 0; draw < DRAWS; draw++)
                cases.add(new Case(drawn(layer, inputs, random), inputs));
        }
        return cases;
    }

    /// The cases that fit.
    public static List<Case> fitting(Layer layer) {
        return of(layer).stream().filter(c -> c.answer() instanceof Inferred.Known).toList();
    }

    private static List<List<Shape>> inputs(Layer layer, Random random) {
        if (layer.role().beginsNetwork())
            return List.of(List.of(), List.of(), List.of());
        List<Shape> shapes = shapes(random);
        if (layer.takesTokens())
            shapes.addAll(List.of(Shape.tokens(5, 7), Shape.tokens(1, 1), Shape.tokens(3, 12)));
        List<List<Shape>> several = new ArrayList<>();
        for (Shape shape : shapes) {
            several.add(List.of(shape));
            several.add(List.of(shape, shape));
            several.add(List.of(shape, shape, shape));
            several.add(List.of(shape, shape.with(0, shape.size(0) + 1)));
            several.add(List.of(shape, shape.with(shape.rank() - 1, 9)));
            several.add(List.of(shape, turned(shape)));
            several.add(List.of(shape, shapes.get(random.nextInt(shapes.size()))));
        }
        Ports ports = layer.ports();
        return several.stream().filter(all -> all.size() >= ports.min() && all.size() <= ports.max()).toList();
    }

    /// With the last two sizes exchanged.
    private static Shape turned(Shape shape) {
        int last = shape.rank() - 1;
        return last == 0 ? shape : shape.with(last, shape.size(last - 1)).with(last - 1, shape.size(last));
    }

    private static List<Shape> shapes(Random random) {
        List<Shape> shapes = new ArrayList<>(List.of(Shape.image(1, 28, 28), Shape.image(3, 5, 7), Shape.image(4, 1, 1),
                Shape.image(2, 3, 2), Shape.image(8, 6, 6), Shape.image(1, 1, 9), Shape.vector(1), Shape.vector(7),
                Shape.vector(784), Shape.sequence(5, 4), Shape.sequence(1, 1), Shape.sequence(2, 6),
                Shape.sequence(9, 3), Shape.sequence(3, 2),
                Shape.ofSizes(2, 3, 4, 5), Shape.ofSizes(1, 2, 2, 3), Shape.ofSizes(4, 2, 1, 2),
                Shape.ofSizes(1, 1, 2, 2)));
        for (int draw = 0; draw < 6; draw++)
            shapes.add(Shape.image(1 + random.nextInt(6), 1 + random.nextInt(12), 1 + random.nextInt(12)));
        shapes.add(Shape.vector(1 + random.nextInt(40)));
        shapes.add(Shape.sequence(1 + random.nextInt(8), 1 + random.nextInt(8)));
        return shapes;
    }

    private static Layer drawn(Layer layer, List<Shape> inputs, Random random) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Param param : Params.of(layer.getClass()))
            values.put(param.name(), drawn(param, inputs, random));
        return Params.with(layer, values);
    }

    private static Object drawn(Param param, List<Shape> inputs, Random random) {
        if (param.type() == int.class)
            return (int) param.min() + random.nextInt((int) Math.min(param.soft() - param.min(), 5) + 1);
        if (param.type() == double.class)
            return param.min() + random.nextDouble() * (Math.min(param.soft(), 1) - param.min());
        if (param.type() == boolean.class)
            return random.nextBoolean();
        if (param.type().isEnum())
            return param.type().getEnumConstants()[random.nextInt(param.type().getEnumConstants().length)];
        return param.type() == Shape.class ? drawnShape(inputs, random) : param.initial();
    }

    /// A shape that holds as many numbers as arrive.
    private static Shape drawnShape(List<Shape> inputs, Random random) {
        if (inputs.isEmpty())
            return shapes(random).get(random.nextInt(18));
        int elements = (int) inputs.getFirst().elements();
        return switch (random.nextInt(3)) {
            case 0 -> Shape.vector(elements);
            case 1 -> Shape.sequence(inputs.getFirst().size(0), elements / inputs.getFirst().size(0));
            default -> Shape.image(elements, 1, 1);
        };
    }
}
