package org.lamina.app;

import org.lamina.project.Task;

/// What a network's answers are, for whoever shows them.
public enum Answers {
    /// A probability for each class.
    CLASSES(""),
    VALUES("A network that predicts numbers has no classes to confuse."),
    /// A probability for each token at each time step.
    TOKENS("A network that writes has as many classes as tokens: there is no table of them."),
    /// The sample given back.
    SAMPLES("A network that gives its samples back has no classes to confuse."),
    /// How surely a generated sample is taken for real.
    VERDICTS("A network that makes samples has no classes to confuse.");

    private final String whyNoClasses;

    Answers(String whyNoClasses) {
        this.whyNoClasses = whyNoClasses;
    }

    static Answers of(Task task) {
        return switch (task) {
            case CLASSIFICATION -> CLASSES;
            case REGRESSION -> VALUES;
            case NEXT_TOKEN -> TOKENS;
            case RECONSTRUCTION -> SAMPLES;
            case ADVERSARIAL -> VERDICTS;
        };
    }

    /// Why a table of classes does not apply, in words for people; empty where it does.
    public String whyNoClasses() {
        return whyNoClasses;
    }
}
