package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.engine.Command;
import org.lamina.engine.Event;

class TimeLineTest {

    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path folder;

    private final ScriptedEngine engine = new ScriptedEngine();
    private final EngineLink link = new EngineLink(engine);
    private MemoryBudget budget;
    private TimeLine line;

    @BeforeEach
    void run() {
        budget = new MemoryBudget(Settings.load(folder.resolve("settings.json"), Runnable::run));
        line = new TimeLine(link, budget);
        hear(Scenes.started(10), new Event.Kept(0, 10, 30, 4, 4_000_000, 256_000_000, true));
        engine.sent.clear();
    }

    private void hear(Event... events) {
        engine.events.addAll(List.of(events));
        link.pump();
    }

    @Test
    void momentsAreGoneThroughOneByOneWithThePresentBehindTheLast() {
        line.move(-1);
        link.pump();
        line.move(-9);
        link.pump();
        line.move(1);
        link.pump();
        line.go(29);
        link.pump();
        line.move(1);
        link.pump();
        line.move(1);
        link.pump();
        assertThat(engine.sent).containsExactly(new Command.Recall(30), new Command.Recall(0), new Command.Recall(10),
                new Command.Recall(20), new Command.Recall(30), new Command.Recall(-1));
    }

    @Test
    void engineHearsOfAMomentBeforeTheNextFrame() {
        line.go(20);
        line.go(29);
        assertThat(engine.sent).containsExactly(new Command.Recall(20));
    }

    @Test
    void wholeRunPlaysInItsSecondsAndEndsInThePresent() {
        line.secondsProperty().set(3);
        line.toggle();
        for (int second = 0; second <= 3; second++) {
            assertThat(line.advance((second + 1) * SECOND)).isPositive();
            assertThat(line.momentProperty().get()).isEqualTo(10L * second);
        }
        line.advance(6 * SECOND);
        assertThat(line.isLive()).isTrue();
        assertThat(line.playingProperty().get()).isFalse();
    }

    @Test
    void momentThatIsThinnedOutGivesWayToTheOneBefore() {
        line.go(30);
        hear(new Event.Kept(0, 20, 20, 2, 2_000_000, 64_000_000, true));
        assertThat(line.momentProperty().get()).isEqualTo(20L);
        hear(new Event.Kept(0, 1, 0, 0, 0, 4_000_000, false));
        assertThat(line.isLive()).isTrue();
    }

    @Test
    void nextRunBeginsWithoutMoments() {
        line.go(10);
        hear(new Event.Recalled(10));
        assertThat(line.shownProperty().get()).isEqualTo(10L);
        hear(Scenes.started(10));
        assertThat(line.kept().count()).isZero();
        assertThat(line.isLive()).isTrue();
        assertThat(line.shownProperty().get()).isNull();
    }

    @Test
    void halfOfTheMemoryIsForMoments() {
        budget.set(8);
        link.pump();
        assertThat(engine.sent).containsExactly(new Command.Remember(4_000_000));
        assertThat(new MemoryBudget(Settings.load(folder.resolve("settings.json"), Runnable::run)).patches())
                .isEqualTo(4);
    }
}
