package org.lamina.layers.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lamina.spec.Attentive.Whom;

class AttentionSharesTest {

    /// Attention to itself adds nothing, as its values are 0. The normalised steps are (1, −1) and (−1, 1); queries and
    /// keys are the numbers themselves. To the memory (1, 0), (0, 2) the scores are ±(1, −2) / √2, so the shares
    /// 1 / (1 + exp(−3 / √2)) = 0.892955 and 0.107045.
    @Test
    void aDecoderSharesItsAttentionAmongItselfAndTheMemory() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            NDArray x = manager.create(new float[]{3, 1, -4, 0}, new Shape(1, 2, 2));
            NDArray memory = manager.create(new float[]{1, 0, 0, 2}, new Shape(1, 2, 2));
            for (boolean normFirst : new boolean[]{false, true}) {
                Map<Whom, NDArray> shares = new TransformerDecoder(1, 4, 0, FeedForward.RELU, normFirst)
                        .attention(new NDList(x, memory), weights(manager)::get);
                assertThat(shares).containsOnlyKeys(Whom.ITSELF, Whom.OTHER);
                NDArray itself = Objects.requireNonNull(shares.get(Whom.ITSELF));
                assertThat(itself.getShape()).isEqualTo(new Shape(1, 1, 2, 2));
                assertThat(itself.toFloatArray()).as("what lies ahead is hidden, the rest alike")
                        .containsExactly(new float[]{1, 0, 0.5f, 0.5f}, within(1e-5f));
                assertThat(Objects.requireNonNull(shares.get(Whom.OTHER)).toFloatArray())
                        .containsExactly(new float[]{0.892955f, 0.107045f, 0.107045f, 0.892955f}, within(1e-4f));
            }
        }
    }

    @Test
    void oneSequenceIsAskedWhereOneArrives() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            NDList one = new NDList(manager.ones(new Shape(1, 3, 2)));
            assertThat(new TransformerDecoder(1, 4, 0, FeedForward.RELU, true)
                    .attention(one, weights(manager)::get)).containsOnlyKeys(Whom.ITSELF);
        }
    }

    private static Map<String, NDArray> weights(NDManager manager) {
        Map<String, NDArray> weights = new HashMap<>();
        for (String attention : new String[]{"self_attn.", "multihead_attn."}) {
            float one = attention.startsWith("self") ? 0 : 1;
            weights.put(attention + "in_proj_weight",
                    manager.create(new float[]{one, 0, 0, one, one, 0, 0, one, 0, 0, 0, 0}, new Shape(6, 2)));
            weights.put(attention + "in_proj_bias", manager.zeros(new Shape(6)));
            weights.put(attention + "out_proj.weight", manager.zeros(new Shape(2, 2)));
            weights.put(attention + "out_proj.bias", manager.zeros(new Shape(2)));
        }
        for (String norm : new String[]{"norm1", "norm2", "norm3"}) {
            weights.put(norm + ".weight", manager.ones(new Shape(2)));
            weights.put(norm + ".bias", manager.zeros(new Shape(2)));
        }
        return weights;
    }
}
