package org.lamina.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lamina.spec.Cost;
import org.lamina.tensor.Shape;

/// Counts of known networks against published ones: torchvision's model tables for all but LeNet-5.
class PublishedNetworksTest {

    private static final Shape IMAGENET = Shape.image(3, 224, 224);

    @Test
    void vgg16() {
        Sketch net = new Sketch(IMAGENET);
        for (int[] stage : new int[][]{{64, 2}, {128, 2}, {256, 3}, {512, 3}, {512, 3}}) {
            for (int i = 0; i < stage[1]; i++)
                conv(net, stage[0], 3, 1, 1, true).then("relu");
            net.then("max-pool-2d");
        }
        classifier(net.then("flatten"), 4096, 4096);
        assertThat(total(net).parameters()).isEqualTo(138_357_544);
        assertThat(total(net).multiplyAdds()).isEqualTo(15_470_264_320L);
    }

    /// Its adaptive pool is the identity at 224×224.
    @Test
    void alexNet() {
        Sketch net = new Sketch(IMAGENET);
        conv(net, 64, 11, 4, 2, true).then("relu").then("max-pool-2d", Map.of("window", 3));
        conv(net, 192, 5, 1, 2, true).then("relu").then("max-pool-2d", Map.of("window", 3));
        for (int filters : new int[]{384, 256, 256})
            conv(net, filters, 3, 1, 1, true).then("relu");
        net.then("max-pool-2d", Map.of("window", 3)).then("flatten");
        classifier(net, 4096, 4096);
        assertThat(total(net).parameters()).isEqualTo(61_100_840);
    }

    @Test
    void resNet18() {
        Sketch net = new Sketch(IMAGENET);
        normalised(net, 64, 7, 2, 3).then("relu").then("max-pool-2d", Map.of("window", 3, "padding", 1));
        for (int filters : new int[]{64, 128, 256, 512}) {
            residual(net, filters, filters == 64 ? 1 : 2, filters != 64);
            residual(net, filters, 1, false);
        }
        classifier(net.then("global-average-pool"));
        assertThat(total(net).parameters()).isEqualTo(11_689_512);
    }

    @Test
    void mobileNetV2() {
        Sketch net = new Sketch(IMAGENET);
        normalised(net, 32, 3, 2, 1).then("relu");
        int channels = 32;
        int[][] stages = {{1, 16, 1, 1}, {6, 24, 2, 2}, {6, 32, 3, 2}, {6, 64, 4, 2}, {6, 96, 3, 1}, {6, 160, 3, 2},
                {6, 320, 1, 1}};
        for (int[] stage : stages)
            for (int i = 0; i < stage[2]; i++) {
                inverted(net, channels, stage[0], stage[1], i == 0 ? stage[3] : 1);
                channels = stage[1];
            }
        normalised(net, 1280, 1, 1, 0).then("relu");
        classifier(net.then("global-average-pool"));
        assertThat(total(net).parameters()).isEqualTo(3_504_872);
    }

    /// By hand: 28²·6·25 + 10²·16·150 + 400·120 + 120·84 + 84·10.
    @Test
    void leNet5() {
        Sketch net = new Sketch(Shape.image(1, 28, 28));
        conv(net, 6, 5, 1, 2, true).then("tanh").then("average-pool-2d");
        conv(net, 16, 5, 1, 0, true).then("tanh").then("average-pool-2d").then("flatten");
        net.then("dense", Map.of("units", 120)).then("tanh").then("dense", Map.of("units", 84)).then("tanh")
                .then("dense", Map.of("units", 10)).then("output");
        assertThat(total(net)).extracting(Cost::parameters, Cost::multiplyAdds).containsExactly(61_706L, 416_520L);
    }

    private static Sketch conv(Sketch net, int filters, int kernel, int stride, int padding, boolean bias) {
        return net.then("conv-2d",
                Map.of("filters", filters, "kernel", kernel, "stride", stride, "padding", padding, "bias", bias));
    }

    private static Sketch normalised(Sketch net, int filters, int kernel, int stride, int padding) {
        return conv(net, filters, kernel, stride, padding, false).then("batch-norm");
    }

    private static void residual(Sketch net, int filters, int stride, boolean projected) {
        String from = net.last();
        normalised(net, filters, 3, stride, 1).then("relu");
        String branch = normalised(net, filters, 3, 1, 1).last();
        String shortcut = from;
        if (projected)
            shortcut = net.after(List.of(from), "conv-2d",
                    Map.of("filters", filters, "kernel", 1, "stride", stride, "padding", 0, "bias", false))
                    .then("batch-norm").last();
        net.after(List.of(branch, shortcut), "add", Map.of()).then("relu");
    }

    private static void inverted(Sketch net, int channels, int expansion, int filters, int stride) {
        String from = net.last();
        if (expansion > 1)
            normalised(net, channels * expansion, 1, 1, 0).then("relu");
        net.then("depthwise-conv-2d", Map.of("stride", stride, "bias", false)).then("batch-norm").then("relu");
        String branch = normalised(net, filters, 1, 1, 0).last();
        if (stride == 1 && channels == filters)
            net.after(List.of(branch, from), "add", Map.of());
    }

    private static void classifier(Sketch net, int... hidden) {
        for (int units : hidden)
            net.then("dense", Map.of("units", units)).then("relu").then("dropout");
        net.then("dense", Map.of("units", 1000)).then("output");
    }

    private static Cost total(Sketch net) {
        Inference inference = Inference.of(net.graph(), null);
        assertThat(inference.problems()).isEmpty();
        return inference.total();
    }
}
