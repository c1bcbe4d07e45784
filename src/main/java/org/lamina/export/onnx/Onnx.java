package org.lamina.export.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lamina.tensor.Axis;
import org.lamina.tensor.DType;
import org.lamina.tensor.Dim;
import org.lamina.tensor.Shape;

/// The messages of onnx.proto3 that Lamina writes, with their field numbers.
///
/// Format: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3
final class Onnx {
    /// The IR version that came with operator set 17 (ONNX 1.12).
    static final int IR_VERSION = 8;
    static final int OPSET = 17;
    /// The name of the dynamic batch axis.
    static final String BATCH = "N";

    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private Onnx() {}

    /// ModelProto.
    static Proto model(Proto graph, String version, String description, Map<String, String> metadata) {
        Proto model = new Proto().number(1, IR_VERSION).text(2, "Lamina").text(3, version).number(5, 1)
                .text(6, description).message(7, graph)
                .message(8, new Proto().text(1, "").number(2, OPSET));
        metadata.forEach((key, value) -> model.message(14, new Proto().text(1, key).text(2, value)));
        return model;
    }

    /// GraphProto.
    static Proto graph(String name, List<Proto> nodes, List<Proto> initializers, List<Proto> inputs,
            List<Proto> outputs, List<Proto> values) {
        return new Proto().messages(1, nodes).text(2, name).messages(5, initializers).messages(11, inputs)
                .messages(12, outputs).messages(13, values);
    }

    /// NodeProto.
    static Proto node(String name, String operator, List<String> inputs, String output,
            Map<String, Object> attributes) {
        Proto node = new Proto();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, name).text(4, operator);
        new TreeMap<>(attributes).forEach((key, value) -> node.message(5, attribute(key, value)));
        return node;
    }

    /// ValueInfoProto of a batch of samples.
    ///
    /// @param kind meaning of the whole value, such as `IMAGE`; empty for none
    static Proto value(String name, Shape sample, String description, String kind) {
        Proto dims = new Proto().message(1, new Proto().text(2, BATCH).text(3, "DATA_BATCH"));
        for (Dim dim : sample.dims())
            dims.message(1, new Proto().number(1, dim.size()).text(3, denotation(dim.axis())));
        Proto type = new Proto().message(1, new Proto().number(1, type(sample.type())).message(2, dims));
        if (!kind.isEmpty())
            type.text(6, kind);
        return new Proto().text(1, name).message(2, type).text(3, description);
    }

    /// TensorProto of 32-bit floats.
    static Proto tensor(String name, int[] sizes, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        Proto tensor = new Proto();
        for (int size : sizes)
            tensor.number(1, size);
        return tensor.number(2, FLOAT).text(8, name).bytes(9, bytes.array());
    }

    /// TensorProto of 64-bit integers, one-dimensional.
    static Proto tensor(String name, long[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return new Proto().number(1, values.length).number(2, INT64).text(8, name).bytes(9, bytes.array());
    }

    /// AttributeProto.
    private static Proto attribute(String name, Object value) {
        Proto attribute = new Proto().text(1, name);
        return switch (value) {
            case Float f -> attribute.real(2, f).number(20, 1);
            case Long i -> attribute.number(3, i).number(20, 2);
            case String s -> attribute.text(4, s).number(20, 3);
            case float[] floats -> attribute.reals(7, floats).number(20, 6);
            case long[] ints -> attribute.numbers(8, ints).number(20, 7);
            default -> throw new IllegalArgumentException("attribute '" + name
                    + "' needs a Long, Float, String, long[] or float[], got " + value.getClass().getSimpleName());
        };
    }

    private static int type(DType type) {
        return switch (type) {
            case FLOAT32 -> FLOAT;
            case INT64 -> INT64;
        };
    }

    /// Standard denotations of ONNX (docs/DimensionDenotation.md).
    private static String denotation(Axis axis) {
        return switch (axis) {
            case CHANNELS -> "DATA_CHANNEL";
            case TIME -> "DATA_TIME";
            case DEPTH, HEIGHT, WIDTH, FEATURES -> "DATA_FEATURE";
        };
    }
}
