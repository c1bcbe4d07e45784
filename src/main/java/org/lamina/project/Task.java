package org.lamina.project;

import java.util.Locale;
import org.lamina.data.Target;

/// What the network is trained for; it decides the loss.
public enum Task {
    /// Softmax cross-entropy on logits.
    CLASSIFICATION,
    /// Mean squared error.
    REGRESSION,
    /// Softmax cross-entropy on logits at every time step: which token comes next.
    NEXT_TOKEN;

    /// The task that such answers can be learnt by.
    public static Task of(Target target) {
        return switch (target) {
            case Target.Classes _ -> CLASSIFICATION;
            case Target.Values _ -> REGRESSION;
            case Target.Tokens _ -> NEXT_TOKEN;
        };
    }

    /// Whether the loss takes logits.
    public boolean takesLogits() {
        return this != REGRESSION;
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
        };
    }
}
