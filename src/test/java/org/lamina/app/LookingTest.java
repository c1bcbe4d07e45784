package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lamina.app.colour.Extent;
import org.lamina.app.colour.Scale;
import org.lamina.engine.Command;
import org.lamina.engine.Frame;
import org.lamina.engine.Looks;
import org.lamina.graph.NodeId;
import org.lamina.tensor.Tensor;

final class LookingTest {

    private final ScriptedEngine engine = new ScriptedEngine();
    private final EngineLink link = new EngineLink(engine);
    private final Samples samples = new Samples(link, new Random(1));
    private final Looking looking = new Looking(link, samples);

    @Test
    void bothLanesAreDrainedOncePerPulse() {
        engine.events.addAll(List.of(Scenes.ready(), Scenes.started(20)));
        engine.frames.addAll(List.of(Scenes.frame(List.of(), 1), Scenes.frame(List.of(), 2)));
        link.pump();
        assertThat(engine.events).isEmpty();
        assertThat(engine.framesAsked).isEqualTo(1);
        assertThat(engine.frames).hasSize(1);
    }

    @Test
    void wishesOfAllViewsBecomeOneLookAndNothingIsSaidTwice() {
        looking.wish("nodes", Wish.maps(Set.of(Scenes.CONV, Scenes.POOL), Set.of()));
        looking.wish("drawer", Wish.maps(Set.of(Scenes.CONV), Set.of(Scenes.CONV)));
        looking.wish("confusion", Wish.CONFUSION);
        link.pump();
        link.pump();
        assertThat(engine.sent).containsExactly(new Command.Look(
                new Looks(Set.of(Scenes.CONV, Scenes.POOL), Set.of(Scenes.CONV), 0, List.of(), true)));
    }

    @Test
    void layersShareTheScaleOfTheirNewestOutputs() {
        looking.extentProperty().set(Extent.NETWORK);
        List<NodeId> layers = List.of(Scenes.CONV, Scenes.DENSE);
        assertThat(looking.colouring(layers).network()).isNull();
        for (float most : new float[]{5, 3}) {
            engine.frames.add(Scenes.maps(
                    List.of(new Frame.Maps(Scenes.CONV, 1, 0, new Tensor(new int[]{2}, new float[]{1, most})),
                            new Frame.Maps(Scenes.DENSE, 1, 0, new Tensor(new int[]{1}, new float[]{2})),
                            new Frame.Maps(Scenes.POOL, 1, 0, new Tensor(new int[]{1}, new float[]{9}))),
                    List.of()));
            link.pump();
            assertThat(looking.colouring(layers).network()).isEqualTo(new Scale(0, most));
        }
    }

    @Test
    void viewOutOfSightIsNotLookedFor() {
        looking.wish("nodes", Wish.maps(Set.of(Scenes.CONV), Set.of()));
        looking.wish("predictions", Wish.predictions(List.of(1, 2)));
        link.pump();
        looking.wish("nodes", Wish.NOTHING);
        link.pump();
        looking.wish("predictions", Wish.NOTHING);
        link.pump();
        assertThat(engine.sent).extracting(c -> ((Command.Look) c).looks()).containsExactly(
                new Looks(Set.of(Scenes.CONV), Set.of(), 0, List.of(1, 2), false),
                new Looks(Set.of(), Set.of(), 0, List.of(1, 2), false), Looks.NOTHING);
    }

    @Test
    void ofManyChangesWithinAPulseTheNewestIsTold() {
        engine.events.add(Scenes.started(20));
        looking.wish("nodes", Wish.maps(Set.of(Scenes.CONV), Set.of()));
        link.pump();
        samples.choose(3);
        samples.move(1);
        samples.move(1);
        link.pump();
        assertThat(engine.sent).hasSize(2).last()
                .isEqualTo(new Command.Look(new Looks(Set.of(Scenes.CONV), Set.of(), 5, List.of(), false)));
    }

    @Test
    void samplesAreChosenByClassAroundTheEnd() {
        engine.events.add(Scenes.started(30));
        link.pump();
        samples.onlyProperty().set(7);
        assertThat(samples.current()).isEqualTo(7);
        samples.move(1);
        samples.move(1);
        assertThat(samples.current()).isEqualTo(27);
        samples.move(1);
        assertThat(samples.current()).isEqualTo(7);
        samples.move(-1);
        assertThat(samples.current()).isEqualTo(27);
        samples.chooseAny();
        assertThat(samples.current() % 10).isEqualTo(7);
        assertThat(samples.known().truthOf(27)).isEqualTo("7");
    }

    @Test
    void answersAreReadPerSample() {
        engine.events.add(Scenes.started(30));
        engine.frames.add(new Frame(null, List.of(), List.of(), List.of(), Scenes.predictions(List.of(4, 9, 2, 13)),
                null, 0));
        link.pump();
        assertThat(looking.predictionsProperty().get()).extracting(Prediction::sample).containsExactly(4, 9, 2, 13);
        assertThat(looking.predictionsProperty().get()).extracting(Prediction::answer).containsExactly(4, 9, 2, 8);
        assertThat(looking.predictionsProperty().get()).extracting(Prediction::isRight).containsExactly(true, true,
                true, false);
        assertThat(looking.predictionsProperty().get().get(1).input()).isEqualTo(Scenes.digit(9));
    }

    @Test
    void confusionCountsAndFindsTheSamplesOfACell() {
        Confusion confusion = new Confusion(3, new int[]{5, 6, 7, 8}, new int[]{0, 2, 2, 2}, new int[]{0, 1, 2, 1});
        assertThat(confusion.count(2, 1)).isEqualTo(2);
        assertThat(confusion.count(2)).isEqualTo(3);
        assertThat(confusion.right()).isEqualTo(2);
        assertThat(confusion.samples(2, 1)).containsExactly(6, 8);
    }

    @Test
    void newRunForgetsThePicturesOfTheOneBefore() {
        engine.events.add(Scenes.started(30));
        engine.frames.add(Scenes.maps(List.of(new Frame.Maps(Scenes.CONV, 1, 0, Scenes.kernels(2, 3))), List.of()));
        link.pump();
        assertThat(looking.output(Scenes.CONV)).isNotNull();
        engine.events.add(Scenes.started(30));
        link.pump();
        assertThat(looking.outputs()).isEmpty();
    }
}
