package org.lamina.export.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamina.spec.OnnxSink;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Collects the operators of one layer. Its result bears the layer's name, what lies within bears it as a prefix:
/// `conv_2d`, `conv_2d/Mul`, `conv_2d.weight`.
final class LayerSink implements OnnxSink {

    private record Operator(String type, String name, List<String> inputs, String output,
            Map<String, Object> attributes) {}

    private final String name;
    private final List<Shape> shapes;
    private final List<String> arriving;
    private final Shape output;
    private final Map<String, Tensor> weights;
    private final List<Operator> operators = new ArrayList<>();
    private final Map<String, Proto> initializers = new LinkedHashMap<>();
    private @Nullable String result;

    /// @param name of the layer in the file
    /// @param shapes what arrives, per sample
    /// @param arriving names of the values that arrive
    /// @param weights of this layer, by parameter
    LayerSink(String name, List<Shape> shapes, List<String> arriving, Shape output, Map<String, Tensor> weights) {
        this.name = name;
        this.shapes = shapes;
        this.arriving = arriving;
        this.output = output;
        this.weights = weights;
    }

    @Override
    public List<Shape> inputs() {
        return shapes;
    }

    @Override
    public Shape output() {
        return output;
    }

    @Override
    public String input(int port) {
        return arriving.get(port);
    }

    @Override
    public String weight(String parameter) {
        Tensor values = values(parameter);
        return initializer(name + "." + parameter, values);
    }

    @Override
    public Tensor values(String parameter) {
        Tensor values = weights.get(parameter);
        if (values == null)
            throw new IllegalArgumentException(
                    "needs the trained numbers '" + parameter + "', got " + weights.keySet());
        return values;
    }

    @Override
    public String constant(Tensor value) {
        return initializer(fresh("constant"), value);
    }

    @Override
    public String constant(long... values) {
        String constant = fresh("constant");
        initializers.put(constant, Onnx.tensor(constant, values));
        return constant;
    }

    @Override
    public String node(String operator, List<String> inputs, Map<String, Object> attributes) {
        String output = fresh(operator);
        operators.add(new Operator(operator, output, List.copyOf(inputs), output, attributes));
        return output;
    }

    @Override
    public void result(String value) {
        if (result != null)
            throw new IllegalStateException(name + " has two results");
        boolean own = operators.stream().anyMatch(o -> o.output().equals(value));
        result = own ? value : node("Identity", List.of(value));
    }

    List<Proto> nodes() {
        if (result == null)
            throw new IllegalStateException(name + " has no result");
        return operators.stream().map(this::named).toList();
    }

    List<Proto> initializers() {
        return List.copyOf(initializers.values());
    }

    private Proto named(Operator o) {
        return Onnx.node(named(o.name()), o.type(), o.inputs().stream().map(this::named).toList(),
                named(o.output()), o.attributes());
    }

    private String named(String value) {
        return value.equals(result) ? name : value;
    }

    private String initializer(String title, Tensor values) {
        initializers.computeIfAbsent(title, t -> Onnx.tensor(t, values.sizes(), values.values()));
        return title;
    }

    private String fresh(String word) {
        int number = operators.size() + initializers.size() + 1;
        return name + "/" + word + "_" + number;
    }
}
