package org.lamina.layers.core;

import com.google.auto.service.AutoService;
import org.lamina.layers.Passing;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Layer;

@AutoService(Layer.class)
@Card(id = "reroute", title = "Reroute", family = Family.CORE, keywords = {"dot", "bend", "identity", "wire"})
@Help("""
        Hands on what arrives. It keeps long wires in order.

        **Shape** the same as its input.

        **Source** ONNX `Identity`.
        """)
public record Reroute() implements Passing {

    @Override
    public boolean takesTokens() {
        return true;
    }
}
