package org.lamina.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.export.Networks;
import org.lamina.export.Proof;
import org.lamina.graph.NodeId;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Inferred;
import org.lamina.spec.Layer;
import org.lamina.spec.Param;
import org.lamina.spec.Params;
import org.lamina.spec.Role;
import org.lamina.tensor.Shape;

/// Every layer of the catalogue, with its defaults and with each parameter changed alone, on every input that fits.
class EveryLayerTest {
    private static final List<Shape> INPUTS = List.of(Shape.vector(6), Shape.sequence(5, 4), Shape.image(4, 8, 8),
            Shape.image(2, 7, 9), Shape.ofSizes(2, 4, 4, 6), Shape.tokens(5, 11));
    private static final Map<String, Double> LARGEST = new TreeMap<>();

    @TempDir
    static Path folder;

    record Case(Layer layer, Shape input, int ports) {
        boolean fits() {
            return Params.violations(layer).isEmpty()
                    && (layer.takesTokens() || !input.isTokens())
                    && layer.infer(Collections.nCopies(ports, input)) instanceof Inferred.Known(Shape output)
                    && !output.isTokens();
        }

        @Override
        public String toString() {
            return layer + " on " + (ports == 1 ? "" : ports + " times ") + input;
        }
    }

    static Stream<Case> cases() {
        return Catalogue.layers().entries().stream().filter(l -> l.role() == Role.INNER)
                .flatMap(l -> Stream.concat(Stream.of(l), variants(l))).distinct()
                .flatMap(l -> INPUTS.stream().flatMap(s -> ports(l).map(p -> new Case(l, s, p)))).filter(Case::fits);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsInDjl(Case one) throws Exception {
        Path file = folder.resolve("layer.onnx");
        var network = Networks.answered(Networks.single(one.layer(), one.input(), one.ports()));
        Proof proof = new OnnxExporter().write(network, file).proof();
        double largest = proof.largestDifference();
        LARGEST.merge(one.layer().card().title(), largest, Math::max);
        float[] answers = Objects.requireNonNull(network.outputs().get(new NodeId("out"))).values();
        assertThat(largest).isLessThanOrEqualTo(1e-5 * Math.max(1, magnitude(answers)));
    }

    @Test
    void everyLayerIsAmongTheCases() {
        List<String> inner = Catalogue.layers().entries().stream().filter(l -> l.role() == Role.INNER)
                .map(l -> l.card().id()).toList();
        assertThat(inner).hasSizeGreaterThan(5);
        assertThat(cases().map(c -> c.layer().card().id()).distinct()).containsExactlyElementsOf(inner);
    }

    @AfterAll
    static void tell() {
        LARGEST.forEach((layer, difference) -> System.out.printf("%-24s %.1e%n", layer, difference));
    }

    private static Stream<Integer> ports(Layer layer) {
        return IntStream.rangeClosed(layer.ports().min(), Math.min(layer.ports().max(), 3)).boxed();
    }

    private static Stream<Layer> variants(Layer layer) {
        return Params.of(layer.getClass()).stream()
                .flatMap(p -> others(p).stream().map(value -> Params.with(layer, p.name(), value)));
    }

    private static List<Object> others(Param param) {
        List<Object> values = new ArrayList<>();
        if (param.type() == boolean.class)
            values.add(!(Boolean) param.initial());
        else if (param.type().isEnum())
            values.addAll(Arrays.asList(param.type().getEnumConstants()));
        else if (param.type() == int.class)
            values.addAll(List.of(1, 2, 3));
        else if (param.type() == double.class)
            values.add((param.min() + Math.min(param.soft(), param.min() + 1)) / 2);
        else if (param.type() == Shape.class)
            values.addAll(List.of(Shape.ofSizes(2, 3), Shape.vector(20), Shape.image(8, 8, 4)));
        return values;
    }

    private static double magnitude(float[] values) {
        double largest = 0;
        for (float value : values)
            largest = Math.max(largest, Math.abs(value));
        return largest;
    }
}
