package org.lamina.layers.core;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Blocks;
import org.lamina.layers.Passing;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Layer;
import org.lamina.spec.Real;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "gaussian-noise", title = "Gaussian noise", family = Family.CORE, keywords = {"regularisation",
        "regularization", "denoising", "normal"})
@Help("""
        While training, adds normal noise to every number, so that small differences cannot be learnt by heart. Does nothing
        afterwards.

        **Shape** the same as its input.

        **Source** Bishop, 1995.
        """)
public record GaussianNoise(
        @Help("Standard deviation of the noise.") @Real(min = 0, max = 1000, soft = 1) double deviation)
        implements
            Passing {

    public GaussianNoise() {
        this(0.1);
    }

    @Override
    public Block block(List<Shape> inputs) {
        return Blocks.block(List.of(), (arriving, _, training) -> {
            NDArray x = arriving.head();
            return training
                    ? x.add(x.getManager().randomNormal(0, (float) deviation, x.getShape(), DataType.FLOAT32))
                    : x;
        });
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "GaussianNoise(%s)".formatted(deviation);
    }

    @Override
    public String torchSource() {
        return """
                class GaussianNoise(nn.Module):
                    def __init__(self, deviation):
                        super().__init__()
                        self.deviation = deviation

                    def forward(self, x):
                        return x + self.deviation * torch.randn_like(x) if self.training else x
                """;
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.GaussianNoise(%s)".formatted(deviation);
    }
}
