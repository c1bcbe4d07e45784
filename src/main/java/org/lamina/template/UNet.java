package org.lamina.template;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.lamina.graph.Sketch;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.tensor.Shape;

@AutoService(Template.class)
@Card(id = "u-net", title = "U-Net", keywords = {"denoising", "segmentation", "encoder", "decoder", "skip connection"})
@Help("""
        Down to few places and up again, with a wire across at every size, so that the answer is as sharp as the picture.
        Made for finding cells; here it takes noise away.
        """)
public final class UNet implements Template {

    @Override
    public Kind kind() {
        return Kind.GENERATION;
    }

    @Override
    public String paper() {
        return "Ronneberger, Fischer and Brox, 2015";
    }

    @Override
    public Project project() {
        return Pieces.project("""
                U-Net that takes noise away

                The Gaussian noise layer disturbs the picture while it trains; the network is to give back the clean one. What goes across brings the edges, what comes from below knows the shape.

                Try this: remove a wire across and compare the reconstructions in Predictions.""",
                net(), Pieces.data("shapes", Map.of("samples", 2000)),
                Map.of("task", Task.RECONSTRUCTION, "epochs", 6, "batchSize", 32, "learningRate", 0.002));
    }

    private static Sketch net() {
        Sketch net = new Sketch(Shape.image(1, 32, 32)).then("gaussian-noise", Map.of("deviation", 0.3));
        String large = twice(net, 8).last();
        String middle = twice(Pieces.max(net, 2, 2, 0), 16).last();
        twice(Pieces.max(net, 2, 2, 0), 32);
        up(net, 16, middle);
        up(net, 8, large);
        return Pieces.conv(net, 1, 1, 1, 0).titled("Clean picture").then("output");
    }

    private static Sketch twice(Sketch net, int filters) {
        for (int i = 0; i < 2; i++)
            Pieces.normalised(net, filters, 3, 1, 1).then("relu");
        return net;
    }

    private static void up(Sketch net, int filters, String across) {
        String below = net.then("conv-transpose-2d",
                Map.of("filters", filters, "kernel", 2, "stride", 2, "padding", 0)).last();
        twice(net.after(List.of(across, below), "concat", Map.of()), filters);
    }
}
