package org.lamina.layers.core;

import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.spec.Noise;
import org.lamina.spec.Role;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "noise-input", title = "Noise input", family = Family.CORE, keywords = {"latent", "generator", "gan",
        "random", "source"})
@Help("""
        Where a generator begins: numbers drawn at random for every sample, its **latent vector**. While training they are
        fresh in every batch; pictures on screen and validation always start from the same ones, so that one sees what
        training changes.

        **Shape** size.

        **Source** Goodfellow et al., 2014.
        """)
public record NoiseInput(
        @Help("How many numbers are drawn for each sample.") @Int(min = 1, max = 65_536, soft = 256) int size,
        @Help("**Normal**: mean 0, standard deviation 1. **Uniform**: evenly from −1 to 1.") Noise distribution)
        implements
            Source {

    public NoiseInput() {
        this(64, Noise.NORMAL);
    }

    @Override
    public Role role() {
        return Role.NOISE;
    }

    @Override
    public Noise noise() {
        return distribution;
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Inferred.known(Shape.vector(size));
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Input(shape=(%d,))".formatted(size);
    }
}
