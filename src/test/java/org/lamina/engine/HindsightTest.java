package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.generate.Digits;
import org.lamina.graph.NodeId;
import org.lamina.project.Project;
import org.lamina.study.Picture;
import org.lamina.study.Response;
import org.lamina.study.Unit;
import org.lamina.study.UnitResponse;
import org.lamina.tensor.Safetensors;

/// Looking back at earlier moments of a run.
class HindsightTest {

    private static final NodeId CONV = new NodeId("conv");
    private static final Response ANSWER = new Response(new Picture.Validation(2));
    private static final Looks LOOKS = new Looks(Set.of(CONV), Set.of(CONV), new Picture.Validation(2), List.of(0, 1),
            true, Set.of(ANSWER));
    private static final Looks UNIT = new Looks(Set.of(CONV), Set.of(), new Picture.Validation(2), List.of(), true,
            Set.of(new UnitResponse(new Unit(CONV, 1), new Picture.Validation(2))));

    @TempDir
    Path folder;

    private static Project project() {
        return Rig.digits(Rig.plan(Map.of("epochs", 6, "batchSize", 16)));
    }

    private static Frame shown(Rig rig) {
        return Objects.requireNonNull(rig.mailbox.take(), "nothing was shown");
    }

    private static float[] kernel(Frame frame) {
        return frame.kernels().getLast().weight().values();
    }

    @Test
    void earlierMomentIsShownAsItWasAndThePresentAgainAfterwards() {
        try (Rig rig = new Rig(folder)) {
            rig.send(new Command.Look(LOOKS)).train(project());
            rig.mailbox.take();
            rig.send(new Command.Pause());
            Frame first = shown(rig);
            rig.send(new Command.Resume()).advance(20).send(new Command.Pause());
            Frame later = shown(rig);
            assertThat(kernel(later)).isNotEqualTo(kernel(first));
            rig.send(new Command.Recall(0)).toTheEnd();
            Frame back = shown(rig);
            assertThat(kernel(back)).isEqualTo(kernel(first));
            assertThat(back.maps().getFirst()).usingRecursiveComparison().isEqualTo(first.maps().getFirst());
            assertThat(back.predictions()).usingRecursiveComparison().isEqualTo(first.predictions());
            assertThat(back.confusion()).usingRecursiveComparison().isEqualTo(first.confusion());
            assertThat(back.found()).singleElement().extracting(Frame.Found::step).isEqualTo(0L);
            rig.send(new Command.Recall(Hindsight.NOW));
            assertThat(kernel(shown(rig))).isEqualTo(kernel(later));
        }
    }

    @Test
    void trainingGoesOnToTheSameWeightsWhileSomebodyLooksBack() throws Exception {
        Safetensors alone = trained("alone", false);
        Safetensors watched = trained("watched", true);
        assertThat(watched.tensors()).usingRecursiveComparison().isEqualTo(alone.tensors());
    }

    /// Dropout draws from the generator that a second network must leave alone.
    private Safetensors trained(String name, boolean looking) throws Exception {
        try (Rig rig = new Rig(folder)) {
            rig.train(project(), name, null).send(new Command.Look(LOOKS));
            for (int round = 0; round < 8; round++) {
                rig.advance(3);
                if (looking)
                    rig.send(new Command.Recall(round % 3 == 2 ? Hindsight.NOW : 2L * round));
                rig.mailbox.take();
            }
            rig.toTheEnd();
            assertThat(rig.events).noneMatch(Event.Failed.class::isInstance);
            return Safetensors.read(Objects.requireNonNull(rig.last(Event.Finished.class).weights()));
        }
    }

    @Test
    void secondSetOfWeightsIsThereOnlyMeanwhile() {
        try (Rig rig = new Rig(folder)) {
            rig.train(project()).advance(4).send(new Command.Pause());
            int before = Rig.arrays();
            rig.send(new Command.Look(LOOKS)).send(new Command.Recall(0)).toTheEnd();
            rig.send(new Command.Recall(1)).toTheEnd();
            rig.send(new Command.Recall(Hindsight.NOW)).toTheEnd();
            assertThat(Rig.arrays()).isEqualTo(before);
            assertThat(rig.events).noneMatch(Event.Failed.class::isInstance);
        }
    }

    /// Of 300 samples a matrix takes three bits, and the unit's numbers take more.
    @Test
    void everyMomentSaysSomethingToEveryQuestionHoweverFastTheHandIs() {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.digits(Rig.plan(Map.of("epochs", 6, "batchSize", 16, "validation", 0.75)))
                    .with(new Digits(400, 1, 1))).advance(20).send(new Command.Pause());
            Event.Kept kept = rig.last(Event.Kept.class);
            assertThat(kept.count()).isGreaterThan(1);
            rig.send(new Command.Recall(kept.last())).send(new Command.Look(UNIT)).toTheEnd();
            assertThat(shown(rig).found()).extracting(Frame.Found::done).containsExactly(true);
            for (long step = kept.first(); step < kept.last(); step += kept.every()) {
                rig.send(new Command.Recall(step)).advance(1);
                Frame frame = shown(rig);
                assertThat(frame.maps()).extracting(Frame.Maps::step).containsExactly(step);
                assertThat(Objects.requireNonNull(frame.confusion()).step()).isEqualTo(step);
                assertThat(frame.confusion().truth()).hasSize(128);
                assertThat(frame.found()).extracting(Frame.Found::step, Frame.Found::done)
                        .containsExactly(tuple(step, false));
            }
            rig.send(new Command.Recall(kept.last())).toTheEnd();
            Frame frame = shown(rig);
            assertThat(Objects.requireNonNull(frame.confusion()).truth()).hasSize(300);
            assertThat(frame.found()).extracting(Frame.Found::step, Frame.Found::done)
                    .containsExactly(tuple(kept.last(), true));
        }
    }

    @Test
    void momentsOutliveTheRunAndGoWithTheNetwork() {
        try (Rig rig = new Rig(folder)) {
            rig.send(new Command.Look(LOOKS)).train(project()).toTheEnd();
            Event.Kept kept = rig.last(Event.Kept.class);
            assertThat(kept.count()).isGreaterThan(1);
            rig.mailbox.take();
            rig.send(new Command.Recall(kept.first() + kept.every())).toTheEnd();
            assertThat(shown(rig).maps().getFirst().step()).isEqualTo(kept.first() + kept.every());
            rig.send(new Command.Forget()).send(new Command.Recall(0)).toTheEnd();
            assertThat(rig.mailbox.isEmpty()).isTrue();
        }
    }

    @Test
    void ofALargeNetworkThePicturesThatWereShownComeBack() {
        try (Rig rig = new Rig(folder)) {
            rig.send(new Command.Remember(60_000)).send(new Command.Look(LOOKS)).train(project());
            rig.mailbox.take();
            rig.send(new Command.Pause());
            Frame first = shown(rig);
            rig.send(new Command.Resume()).advance(40).send(new Command.Pause());
            Event.Kept kept = rig.last(Event.Kept.class);
            assertThat(kept.whole()).isFalse();
            assertThat(kept.bytes()).isBetween(1L, 60_000L);
            rig.mailbox.take();
            rig.send(new Command.Recall(0)).toTheEnd();
            assertThat(rig.last(Event.Recalled.class).step()).isZero();
            assertThat(kernel(shown(rig))).isEqualTo(kernel(first));
        }
    }
}
