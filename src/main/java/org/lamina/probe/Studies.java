package org.lamina.probe;

import org.lamina.study.Ablation;
import org.lamina.study.Arithmetic;
import org.lamina.study.Attribution;
import org.lamina.study.Fooling;
import org.lamina.study.Health;
import org.lamina.study.Hierarchy;
import org.lamina.study.LayerOutputs;
import org.lamina.study.LinearProbes;
import org.lamina.study.Plane;
import org.lamina.study.PreferredInput;
import org.lamina.study.Question;
import org.lamina.study.Response;
import org.lamina.study.Robustness;
import org.lamina.study.Similarity;
import org.lamina.study.UnitResponse;

/// Which study answers which question.
public final class Studies {

    private Studies() {}

    /// @throws Unanswerable where the question does not apply to the network
    public static Study of(Question question, Subject subject) throws Unanswerable {
        return switch (question) {
            case Attribution attribution -> Attributions.of(attribution, subject);
            case Fooling fooling -> Study.once(() -> Attacks.on(fooling, subject));
            case Robustness robustness -> new Robust(robustness, subject);
            case Response(var picture) -> Study.once(() -> Responses.to(picture, subject));
            case Ablation ablation -> new Ablating(ablation, subject);
            case Health() -> Study.once(() -> Examining.of(subject));
            case Hierarchy hierarchy -> new Depicting(hierarchy, subject);
            case Similarity similarity -> new Comparing(similarity, subject);
            case LayerOutputs outputs -> new Gathering(outputs, subject);
            case LinearProbes probes -> new Probing(probes, subject);
            case PreferredInput preferred -> new Dreaming(preferred, subject);
            case UnitResponse response -> new Responding(response, subject);
            case Plane plane -> Study.once(() -> Planes.look(plane, subject));
            case Arithmetic arithmetic -> Study.once(() -> Workings.arithmetic(arithmetic, subject));
        };
    }
}
