package org.lamina.layers.core;

import ai.djl.nn.Block;
import java.util.List;
import org.lamina.layers.Blocks;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Ports;
import org.lamina.spec.Role;
import org.lamina.tensor.Shape;

/// A layer that begins the network: it hands on what it is given from outside.
interface Source extends Layer {

    @Override
    default Ports ports() {
        return Ports.NONE;
    }

    @Override
    default Role role() {
        return Role.SOURCE;
    }

    @Override
    default Block block(List<Shape> inputs) {
        return Blocks.identity();
    }

    @Override
    default void onnx(OnnxSink sink) {
        sink.result(sink.input(0));
    }

    @Override
    default String torch(List<Shape> inputs) {
        return "nn.Identity()";
    }
}
