package org.lamina.spec;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Takes the ONNX operators of one layer (opset 17). Values are referred to by name; the batch axis comes first and is
/// dynamic, so a per-sample shape 3×8×8 is N×3×8×8 here.
public interface OnnxSink {

    /// Shapes that arrive, per sample.
    List<Shape> inputs();

    /// Shape that leaves, per sample.
    Shape output();

    /// The name of the value that arrives at an input; input 0 of a source is the network's own.
    String input(int port);

    /// The names of all values that arrive, by port.
    default List<String> all() {
        return IntStream.range(0, inputs().size()).mapToObj(this::input).toList();
    }

    /// Adds a trained parameter as an initializer and returns its name.
    ///
    /// @param parameter name of the parameter in the layer's block, such as `weight`
    String weight(String parameter);

    /// Adds a trained parameter's numbers, in the same order, with other sizes.
    default String weight(String parameter, int... sizes) {
        return constant(new Tensor(sizes, values(parameter).values()));
    }

    /// The numbers of a trained parameter, for layers whose layout differs from ONNX's.
    Tensor values(String parameter);

    /// Adds a constant of 32-bit floats as an initializer and returns its name.
    String constant(Tensor value);

    /// Adds a single 32-bit float as an initializer and returns its name.
    default String scalar(double value) {
        return constant(new Tensor(new int[]{}, new float[]{(float) value}));
    }

    /// Adds a one-dimensional constant of 64-bit integers as an initializer and returns its name.
    String constant(long... values);

    /// Adds an operator with one output and returns that output's name.
    ///
    /// @param attributes Long, Float, String, long[] or float[]
    String node(String operator, List<String> inputs, Map<String, Object> attributes);

    default String node(String operator, List<String> inputs) {
        return node(operator, inputs, Map.of());
    }

    /// Names the layer's result. Called once.
    void result(String value);
}
