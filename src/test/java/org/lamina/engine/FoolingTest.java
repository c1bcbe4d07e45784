package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamina.project.Plan;
import org.lamina.study.Finding;
import org.lamina.study.Fooling;
import org.lamina.study.Fooling.Attack;
import org.lamina.study.Picture;
import org.lamina.study.Question;
import org.lamina.study.Robustness;
import org.lamina.tensor.Tensor;

/// Attacks on a network that knows its digits.
class FoolingTest {
    private static final Plan PLAN = Rig.plan(Map.of("epochs", 1000, "batchSize", 16, "learningRate", 0.01));

    @TempDir
    Path folder;
    private Rig rig;

    @BeforeEach
    void train() {
        rig = new Rig(folder);
        rig.train(Rig.digits(PLAN)).advance(150).send(new Command.Pause());
        rig.mailbox.take();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Finding ask(Question question) {
        rig.send(new Command.Look(new Looks(Set.of(), Set.of(), new Picture.Validation(0), List.of(), false,
                Set.of(question)))).toTheEnd();
        return Objects.requireNonNull(rig.found(question).finding());
    }

    @ParameterizedTest
    @EnumSource
    void attackObeysEpsilonAndTheRangeOfPictures(Attack attack) {
        Fooling.Found found = (Fooling.Found) ask(new Fooling(new Picture.Validation(1), 0, attack, 0.1f));
        float[] before = found.picture().values();
        float[] after = found.fooled().values();
        float most = 0;
        for (int i = 0; i < after.length; i++) {
            assertThat(after[i]).isBetween(0f, 1f);
            most = Math.max(most, Math.abs(after[i] - before[i]));
        }
        assertThat(most).isCloseTo(0.1f, within(1e-6f));
    }

    @Test
    void nothingChangesWithoutEpsilon() {
        Fooling.Found found = (Fooling.Found) ask(new Fooling(new Picture.Validation(1), 0, Attack.PGD, 0));
        assertThat(found.fooled()).isEqualTo(found.picture());
        assertThat(found.after()).isEqualTo(found.before());
    }

    /// Of 24 pictures. Without attack the accuracy is that of the confusion matrix, well above chance, and ten
    /// steps do no less harm than one.
    @Test
    void attacksLowerAccuracy() {
        List<Double> fgsm = ((Robustness.Found) ask(new Robustness(Attack.FGSM, 500, 0))).accuracy();
        List<Double> pgd = ((Robustness.Found) ask(new Robustness(Attack.PGD, 500, 0))).accuracy();
        rig.send(new Command.Look(new Looks(Set.of(), Set.of(), 0, List.of(), true)));
        Frame.Confusion matrix = Objects.requireNonNull(Objects.requireNonNull(rig.mailbox.take()).confusion());
        int right = 0;
        for (int i = 0; i < matrix.truth().length; i++)
            right += matrix.truth()[i] == matrix.answers()[i] ? 1 : 0;
        assertThat(fgsm).hasSameSizeAs(Robustness.EPSILONS);
        assertThat(fgsm.getFirst()).isEqualTo(pgd.getFirst()).isEqualTo((double) right / 24).isGreaterThan(0.3);
        assertThat(fgsm.getLast()).isLessThan(fgsm.getFirst() / 2);
        assertThat(pgd.getLast()).isLessThanOrEqualTo(fgsm.getLast());
    }

    @Test
    void personsPictureIsLookedAtInPlaceOfASample() {
        Tensor black = new Tensor(new int[]{28, 28, 1}, new float[784]);
        rig.send(new Command.Look(new Looks(Set.of(new org.lamina.graph.NodeId("in")), Set.of(),
                new Picture.Own(black), List.of(), false, Set.of())));
        Frame.Maps maps = Objects.requireNonNull(rig.mailbox.take()).maps().getFirst();
        assertThat(maps.sample()).isEqualTo(-1);
        assertThat(maps.output()).isEqualTo(new Tensor(new int[]{1, 28, 28}, new float[784]));
    }
}
