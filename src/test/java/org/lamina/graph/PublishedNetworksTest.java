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

    /// Bottlenecks of a quarter of the channels; the stride is in the 3×3 convolution.
    @Test
    void resNet50() {
        Sketch net = new Sketch(IMAGENET);
        normalised(net, 64, 7, 2, 3).then("relu").then("max-pool-2d", Map.of("window", 3, "padding", 1));
        int[][] stages = {{64, 3}, {128, 4}, {256, 6}, {512, 3}};
        for (int[] stage : stages)
            for (int i = 0; i < stage[1]; i++)
                bottleneck(net, stage[0], i == 0 && stage[0] > 64 ? 2 : 1, i == 0);
        classifier(net.then("global-average-pool"));
        assertThat(total(net).parameters()).isEqualTo(25_557_032);
        assertThat(total(net).multiplyAdds()).isBetween(4_080_000_000L, 4_140_000_000L);
    }

    /// Both have twelve blocks of width 768: BERT-base 109,482,240 without its pooler's 590,592 and GPT-2 small 124,439,808
    /// in all. Their embeddings: words, positions, for BERT two segments, and a layer norm.
    @Test
    void bertAndGpt2() {
        assertThat(transformer(Shape.tokens(512, 30_522), "transformer-encoder")
                + 2 * 768).isEqualTo(109_482_240 - 590_592);
        assertThat(transformer(Shape.tokens(1024, 50_257), "transformer-decoder")).isEqualTo(124_439_808);
    }

    /// One layer norm before or behind the blocks.
    private static long transformer(Shape tokens, String block) {
        Sketch net = new Sketch(tokens);
        net.then("embedding", Map.of("features", 768)).then("positional-encoding",
                Map.of("kind", "learned"));
        for (int i = 0; i < 12; i++)
            net.then(block, Map.of("heads", 12, "hidden", 3072));
        return total(net.then("layer-norm").then("output")).parameters();
    }

    /// With its class token and 197 positions of width 768 added by hand: 86,567,656.
    @Test
    void vitB16() {
        Sketch net = new Sketch(IMAGENET);
        net.then("patch-embedding", Map.of("patch", 16, "width", 768)).then("positional-encoding",
                Map.of("kind", "learned"));
        for (int i = 0; i < 12; i++)
            net.then("transformer-encoder", Map.of("heads", 12, "hidden", 3072));
        classifier(net.then("layer-norm").then("global-average-pool"));
        assertThat(total(net).parameters() + 2 * 768).isEqualTo(86_567_656);
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

    private static void bottleneck(Sketch net, int filters, int stride, boolean projected) {
        String from = net.last();
        normalised(net, filters, 1, 1, 0).then("relu");
        normalised(net, filters, 3, stride, 1).then("relu");
        String branch = normalised(net, 4 * filters, 1, 1, 0).last();
        String shortcut = !projected ? from
                : net.after(List.of(from), "conv-2d",
                        Map.of("filters", 4 * filters, "kernel", 1, "stride", stride, "padding", 0, "bias", false))
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
