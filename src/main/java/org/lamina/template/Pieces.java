package org.lamina.template;

import java.util.List;
import java.util.Map;
import org.lamina.data.DataSource;
import org.lamina.graph.Sketch;
import org.lamina.project.Layout;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Params;
import org.lamina.tensor.Shape;

/// Pieces that several architectures are made of.
final class Pieces {

    static final Shape IMAGENET = Shape.image(3, 224, 224);

    private Pieces() {}

    /// A convolution with an offset for each filter.
    static Sketch conv(Sketch net, int filters, int kernel, int stride, int padding) {
        return net.then("conv-2d", Map.of("filters", filters, "kernel", kernel, "stride", stride, "padding", padding));
    }

    /// A convolution without offsets and batch normalisation.
    static Sketch normalised(Sketch net, int filters, int kernel, int stride, int padding) {
        return net.then("conv-2d", Map.of("filters", filters, "kernel", kernel, "stride", stride, "padding", padding,
                "bias", false)).then("batch-norm");
    }

    /// What goes around layers whose answer has other sizes: a 1×1 convolution.
    static String projected(Sketch net, String from, int filters, int stride) {
        return normalised(net.from(from), filters, 1, stride, 0).last();
    }

    /// Adds a branch and what goes around it.
    static Sketch joined(Sketch net, String branch, String around) {
        return net.after(List.of(branch, around), "add", Map.of());
    }

    static Sketch max(Sketch net, int window, int stride, int padding) {
        return net.then("max-pool-2d", Map.of("window", window, "stride", stride, "padding", padding));
    }

    /// Hidden dense layers, each with dropout, and an answer.
    static Sketch classifier(Sketch net, int classes, int... hidden) {
        for (int units : hidden)
            net.then("dense", Map.of("units", units)).then("relu").then("dropout");
        return net.then("dense", Map.of("units", classes)).then("output");
    }

    /// @param notes a title, an empty line, and what to know and to try
    static Project project(String notes, Sketch net, DataSource data, Map<String, ?> plan) {
        return new Project(notes, net.graph(), Layout.EMPTY, data, Params.with(new Plan(), plan));
    }

    static DataSource data(String source, Map<String, ?> parameters) {
        return Params.with(Catalogue.of(DataSource.class).get(source), parameters);
    }
}
