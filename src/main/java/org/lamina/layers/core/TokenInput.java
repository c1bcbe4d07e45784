package org.lamina.layers.core;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import org.lamina.layers.Fit;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "token-input", title = "Token input", family = Family.CORE, keywords = {"text", "characters", "words",
        "source", "ids"})
@Help("""
        Where text and other sequences of symbols come in: each token is a whole number, its place in the vocabulary. An
        Embedding after it turns tokens into numbers to compute with.

        **Shape** length, tokens from 0 to vocabulary − 1.
        """)
public record TokenInput(
        @Help("How many tokens one sample has.") @Int(min = 1, max = 65_536, soft = 512, unit = "tokens") int length,
        @Help("How many different tokens there are. The data set says it.") @Int(min = 1, max = 1_000_000, soft = 1000, unit = "tokens") int vocabulary)
        implements
            Source {

    public TokenInput() {
        this(64, 80);
    }

    @Override
    public Optional<Layer> giving(Shape wanted) {
        return wanted.isTokens() && wanted.rank() == 1
                ? Optional.of(new TokenInput(wanted.size(0), wanted.vocabulary()))
                : Optional.empty();
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Fit.known(Shape.tokens(length, vocabulary), length);
    }

    @Override
    public String keras(List<Shape> inputs) {
        return "layers.Input(shape=(%d,), dtype=\"int64\")".formatted(length);
    }
}
