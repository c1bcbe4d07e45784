package org.lamina.layers.core;

import com.google.auto.service.AutoService;
import org.lamina.layers.Passing;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Layer;
import org.lamina.spec.Role;

@AutoService(Layer.class)
@Card(id = "output", title = "Output", family = Family.CORE, keywords = {"sink", "loss", "answer", "prediction"})
@Help("""
        Hands the network's answer to the loss, unchanged. For classes it expects one raw number per class (a logit): the
        loss applies softmax itself.

        **Shape** the same as its input.
        """)
public record Output() implements Passing {

    @Override
    public Role role() {
        return Role.SINK;
    }
}
