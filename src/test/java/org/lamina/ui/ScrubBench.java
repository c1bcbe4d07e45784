package org.lamina.ui;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.Capture;
import org.lamina.app.Confusion;
import org.lamina.app.Found;
import org.lamina.app.Prediction;
import org.lamina.app.RunState;
import org.lamina.app.TimeLine;
import org.lamina.app.Workspace;
import org.lamina.engine.EngineThread;
import org.lamina.graph.NodeId;
import org.lamina.study.Unit;
import org.lamina.study.UnitResponse;

/// The sample network learns, its maps alive, and the time line is dragged about: how many moments a second are shown,
/// and how long the FX thread lets a caller wait meanwhile.
@Tag("bench")
class ScrubBench {

    private static final int MOMENTS = 60;
    private static final double DRAGGED = 4;
    private static final NodeId CONV = new NodeId("conv-1");

    @TempDir
    Path folder;

    private Bench bench;
    /// What was shown before the moment that is gone to.
    private List<Prediction> before = List.of();

    @BeforeEach
    void open() {
        bench = new Bench(folder, Path.of("sample-projects"), EngineThread.start());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void momentsFollowTheHand() throws InterruptedException {
        bench.size(1440, 900);
        bench.endlessDigits();
        bench.driver.key(KeyCode.DIGIT2, KeyCode.CONTROL).key(KeyCode.F5);
        await(() -> line().kept().count() > 15);
        scrub("maps, warming up", this::isMapped);
        scrub("maps, while the network learns", this::isMapped);
        drag("maps, while the network learns", () -> new Seen(mapped(), 0));
        bench.driver.key(KeyCode.F6);
        await(() -> workspace().training().state() == RunState.PAUSED);
        scrub("maps, paused", this::isMapped);
        drag("maps, paused", () -> new Seen(mapped(), 0));
        scrub("maps and all that is asked about the unit, paused", this::isWhole);
        drag("all that is asked about the unit, paused", this::asked);
        bench.driver.key(KeyCode.DIGIT3, KeyCode.CONTROL).pulses(30);
        scrub("predictions, paused", _ -> predictions() != before);
        scrub("predictions and then the confusion matrix, paused", this::isWhole);
        drag("confusion matrix, paused", this::counted);
        bench.driver.key(KeyCode.F6, KeyCode.SHIFT);
        await(() -> workspace().training().state() == RunState.RUNNING);
        drag("confusion matrix, while the network learns", this::counted);
        bench.driver.key(KeyCode.DIGIT2, KeyCode.CONTROL).pulses(30);
        drag("all that is asked about the unit, while the network learns", this::asked);
    }

    /// What is on screen of a moment.
    ///
    /// @param what differs from one moment to the next
    /// @param samples that it was counted over so far
    private record Seen(@Nullable Object what, int samples) {
        /// Fewer samples are of another moment.
        boolean isNextAfter(Seen before) {
            return what != null && !what.equals(before.what) && (samples == 0 || samples <= before.samples);
        }
    }

    private @Nullable Object mapped() {
        Capture output = workspace().watch().looking().output(CONV);
        return output == null ? null : output.step();
    }

    private Seen asked() {
        UnitResponse question = new UnitResponse(new Unit(CONV, 0), workspace().watch().samples().picture());
        Found found = workspace().watch().looking().found(question);
        return new Seen(found == null || found.finding() == null ? null : found.step(), 0);
    }

    private Seen counted() {
        Confusion now = workspace().watch().looking().confusionProperty().get();
        return new Seen(now, now == null ? 0 : now.total());
    }

    /// The hand moves on before each frame, as it does when it drags.
    private void drag(String what, Supplier<Seen> seen) {
        Random random = new Random(2);
        int shown = 0;
        Seen before = FxDriver.call(seen::get);
        long stolen = Probe.stolen();
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < DRAGGED * 1e9) {
            Seen now = FxDriver.call(() -> {
                line().go(line().kept().step(random.nextInt(line().kept().places())));
                return seen.get();
            });
            shown += now.isNextAfter(before) ? 1 : 0;
            before = now;
            bench.driver.pulses(1);
        }
        System.out.printf("%s: dragged, %.0f moments a second are shown (%s); stolen %d ms%n", what, shown / DRAGGED,
                threads(), Probe.stolen() - stolen);
        FxDriver.run(() -> line().live());
        bench.driver.pulses(10);
    }

    private List<Prediction> predictions() {
        return workspace().watch().looking().predictionsProperty().get();
    }

    private boolean isMapped(long step) {
        Capture output = workspace().watch().looking().output(CONV);
        return output != null && output.step() == step;
    }

    private boolean isWhole(long step) {
        return Long.valueOf(step).equals(line().shownProperty().get());
    }

    private void scrub(String what, LongPredicate isThere) throws InterruptedException {
        Random random = new Random(1);
        double[] seconds = new double[MOMENTS];
        System.out.println(new Probe().over(what, 1, () -> {
            for (int i = 0; i < MOMENTS; i++)
                seconds[i] = show(random, isThere);
        }));
        double[] sorted = Arrays.stream(seconds).sorted().toArray();
        System.out.printf("%s: %.0f moments a second; one in %.0f ms in the median, longest %.0f ms (%d kept, %s)%n",
                what,
                MOMENTS / Arrays.stream(seconds).sum(), 1000 * sorted[MOMENTS / 2], 1000 * sorted[MOMENTS - 1],
                line().kept().count(), threads());
        FxDriver.run(() -> line().live());
        bench.driver.pulses(10);
    }

    /// @return seconds until another moment is on screen
    private double show(Random random, LongPredicate isThere) {
        long begin = System.nanoTime();
        long step = FxDriver.call(() -> {
            TimeLine.Kept kept = line().kept();
            Long shown = line().momentProperty().get();
            long chosen = random.longs(0, kept.places()).map(place -> kept.step((int) place))
                    .filter(other -> !Long.valueOf(other).equals(shown)).findFirst().orElseThrow();
            before = predictions();
            line().go(chosen);
            return Objects.requireNonNull(line().momentProperty().get());
        });
        await(() -> isThere.test(step)
                || !Long.valueOf(step).equals(line().momentProperty().get()));
        return (System.nanoTime() - begin) / 1e9;
    }

    private String threads() {
        return workspace().watch().status().progressProperty().get().threads();
    }

    private TimeLine line() {
        return workspace().timeLine();
    }

    private Workspace workspace() {
        return Objects.requireNonNull(bench.studio.workspace());
    }

    private void await(BooleanSupplier condition) {
        bench.await(condition);
    }
}
