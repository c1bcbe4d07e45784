package org.lamina.project;

import java.util.Locale;
import org.lamina.data.DataInfo;
import org.lamina.data.Target;
import org.lamina.graph.Expected;
import org.lamina.graph.Expected.Squash;
import org.lamina.graph.Goal;
import org.lamina.tensor.Shape;

/// What the network is trained for; it decides the usual loss.
public enum Task {
    /// Softmax cross-entropy on logits.
    CLASSIFICATION,
    /// Mean squared error.
    REGRESSION,
    /// Softmax cross-entropy on logits at every time step: which token comes next.
    NEXT_TOKEN,
    /// Mean squared error against the sample itself, as an autoencoder learns (Hinton and Salakhutdinov, 2006).
    RECONSTRUCTION,
    /// A generator and a discriminator, one against the other (Goodfellow et al., 2014).
    ADVERSARIAL;

    /// The task that a data set's own answers can be learnt by.
    public static Task of(Target target) {
        return switch (target) {
            case Target.Classes _ -> CLASSIFICATION;
            case Target.Values _ -> REGRESSION;
            case Target.Tokens _ -> NEXT_TOKEN;
        };
    }

    /// Whether a data set has what this task needs.
    public boolean fits(DataInfo data) {
        return switch (this) {
            case CLASSIFICATION, REGRESSION, NEXT_TOKEN -> of(data.target()) == this;
            case RECONSTRUCTION, ADVERSARIAL -> !data.input().isTokens();
        };
    }

    /// What a data set, this task and a loss ask of the network.
    public Expected expected(DataInfo data, Loss loss) {
        Expected usual = expected(data);
        if (loss == Loss.USUAL)
            return usual;
        boolean two = this == CLASSIFICATION && data.target().names().size() == 2;
        return new Expected(usual.input(), two ? Shape.vector(1) : usual.output(), usual.goal(), Squash.SIGMOID);
    }

    private Expected expected(DataInfo data) {
        return switch (this) {
            case CLASSIFICATION, NEXT_TOKEN -> new Expected(data.input(), data.target().answer(), Goal.CLASSES);
            case REGRESSION -> new Expected(data.input(), data.target().answer(), Goal.VALUES);
            case RECONSTRUCTION -> new Expected(data.input(), data.input(), Goal.SAMPLE);
            case ADVERSARIAL -> new Expected(data.input(), Shape.vector(1), Goal.VERDICT);
        };
    }

    /// Whether the answers are logits of the data set's classes or tokens.
    public boolean takesLogits() {
        return this == CLASSIFICATION || this == NEXT_TOKEN;
    }

    /// Whether a lower loss is a better network. The losses of two sides that fight say only who is ahead.
    public boolean lossRanks() {
        return this != ADVERSARIAL;
    }

    /// For people: `next token`.
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// What a data set must hold.
    public String needs() {
        return switch (this) {
            case CLASSIFICATION -> "classes";
            case REGRESSION -> "numbers to predict";
            case NEXT_TOKEN -> "text or other tokens in a row";
            case RECONSTRUCTION, ADVERSARIAL -> "samples of real numbers";
        };
    }
}
