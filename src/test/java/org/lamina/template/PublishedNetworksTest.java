package org.lamina.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.spec.Cost;

/// Counts of the templates in their published size against published ones: torchvision's model tables for pictures. BERT
/// is counted without the embedding of two segments (1,536 weights) and its pooler (590,592), ViT without its class token
/// and that token's position (1,536).
class PublishedNetworksTest {

    @ParameterizedTest
    @CsvSource({
            "alexnet,      61_100_840",
            "vgg-16,       138_357_544",
            "inception,    6_624_904",
            "resnet-18,    11_689_512",
            "resnet-50,    25_557_032",
            "densenet,     7_978_856",
            "mobilenet-v2, 3_504_872",
            "vit,          86_566_120",
            "bert,         108_890_112",
            "gpt,          124_439_808"})
    void parametersAreThoseOfThePublishedNetwork(String template, String parameters) {
        assertThat(total(template).parameters()).isEqualTo(Long.parseLong(parameters.replace("_", "")));
    }

    /// Published as 15.47 and 4.09 G.
    @Test
    void multiplyAddsAreThoseOfThePublishedNetwork() {
        assertThat(total("vgg-16").multiplyAdds()).isEqualTo(15_470_264_320L);
        assertThat(total("resnet-50").multiplyAdds()).isBetween(4_080_000_000L, 4_140_000_000L);
    }

    /// By hand: 28²·6·25 + 10²·16·150 + 400·120 + 120·84 + 84·10.
    @Test
    void leNet5() {
        assertThat(total(Template.all().get("lenet-5").project().graph()))
                .extracting(Cost::parameters, Cost::multiplyAdds).containsExactly(61_706L, 416_520L);
    }

    private static Cost total(String template) {
        return total(Template.all().get(template).published().orElseThrow().graph());
    }

    private static Cost total(Graph graph) {
        Inference inference = Inference.of(graph, null);
        assertThat(inference.problems()).isEmpty();
        return inference.total();
    }
}
