package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.project.Plan;
import org.lamina.study.Attribution;
import org.lamina.study.Picture;
import org.lamina.study.Question;
import org.lamina.tensor.Tensor;

class ScholarTest {
    private static final Plan LONG = Rig.plan(Map.of("epochs", 1000, "batchSize", 16));
    private static final Question SALIENCY = saliency(new Picture.Validation(3), 7);

    @TempDir
    Path folder;

    private static Question saliency(Picture picture, int answer) {
        return new Attribution(picture, answer, new Attribution.Saliency());
    }

    private static Command.Look asking(Question... questions) {
        return new Command.Look(
                new Looks(Set.of(), Set.of(), new Picture.Validation(0), List.of(), false, Set.of(questions)));
    }

    @Test
    void whatIsAskedWhilePausedIsAnsweredAndThenTheEngineRests() {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.digits(LONG)).advance(1).send(new Command.Pause()).send(asking(SALIENCY));
            rig.mailbox.take();
            Frame.Found found = rig.toTheEnd().found(SALIENCY);
            assertThat(found.done()).isTrue();
            assertThat(((Attribution.Found) Objects.requireNonNull(found.finding())).map().sizes())
                    .containsExactly(1, 28, 28);
        }
    }

    @Test
    void answersFollowTheRunWithoutChangingIt() {
        assertThat(lossAfter(asking())).isEqualTo(lossAfter(asking(SALIENCY)));
    }

    private double lossAfter(Command.Look look) {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.digits(Rig.plan(Map.of("epochs", 2, "batchSize", 16)))).send(look).toTheEnd();
            return rig.last(Event.Finished.class).train().loss();
        }
    }

    @Test
    void pictureOfAnotherSizeIsRefusedInWords() {
        Question question = saliency(new Picture.Own(new Tensor(new int[]{2, 2, 1}, new float[4])), 0);
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.digits(LONG)).advance(1).send(new Command.Pause()).send(asking(question));
            rig.mailbox.take();
            assertThat(rig.toTheEnd().found(question).message())
                    .isEqualTo("The network takes 1×28×28, the picture is [2, 2, 1]: choose another picture");
        }
    }

    /// As many native arrays afterwards as before.
    @Test
    void answeringLeavesNoArrays() {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.digits(LONG)).advance(1).send(new Command.Pause());
            int before = Rig.arrays();
            for (int i = 0; i < 5; i++)
                rig.send(asking(saliency(new Picture.Validation(i), i))).toTheEnd();
            assertThat(Rig.arrays()).isEqualTo(before);
        }
    }
}
