package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.engine.Command;
import org.lamina.engine.Event;
import org.lamina.engine.Frame;

/// What one project's run leaves is not shown for the next.
class ProjectSwitchTest {

    @TempDir
    Path folder;

    private final ScriptedEngine engine = new ScriptedEngine();
    private final EngineLink link = new EngineLink(engine);
    private Studio studio;

    @BeforeEach
    void trainTheFirst() {
        studio = new Studio(new Surroundings(Runnable::run, Runnable::run,
                Settings.load(folder.resolve("settings.json"), Runnable::run), folder, folder, link,
                new RunFolder(folder, () -> Instant.EPOCH, ZoneOffset.UTC), List.of()));
        studio.show(folder.resolve("first.lamina"), Scenes.project());
        engine.events.add(Scenes.ready());
        link.pump();
        open().training().verbs().train.run();
        engine.events.add(Scenes.started(20));
        engine.frames.add(Scenes.frame(Scenes.points(1, 50, 1, 5), 50));
        open().watch().looking().wish(this, Wish.maps(Set.of(Scenes.CONV), Set.of()));
        link.pump();
    }

    private Workspace open() {
        return Objects.requireNonNull(studio.workspace());
    }

    private void openSecond() {
        studio.show(folder.resolve("second.lamina"), Scenes.project());
    }

    @Test
    void engineIsToldToForgetTheFirst() {
        Workspace first = open();
        openSecond();
        assertThat(engine.sent).last().isEqualTo(new Command.Forget());
        link.pump();
        assertThat(engine.sent.subList(engine.sent.lastIndexOf(new Command.Forget()), engine.sent.size()))
                .as("wishes of the first").noneMatch(Command.Look.class::isInstance);
        assertThat(first.watch().curves().runs()).hasSize(1);
        assertThat(open().watch().curves().runs()).isEmpty();
    }

    @Test
    void whatTheEngineStillSaysOfTheFirstIsNotTheSeconds() {
        openSecond();
        engine.events.addAll(List.of(Scenes.epochDone(1, 60), Scenes.finished()));
        engine.frames.add(Scenes.maps(List.of(new Frame.Maps(Scenes.CONV, 60, 0, Scenes.kernels(2, 3))), List.of()));
        link.pump();
        engine.events.add(new Event.Forgotten());
        link.pump();
        assertThat(open().training().state()).isEqualTo(RunState.IDLE);
        assertThat(open().training().weightsProperty().get()).isNull();
        assertThat(open().watch().curves().runs()).isEmpty();
        assertThat(open().watch().looking().outputs()).isEmpty();
    }

    @Test
    void secondIsHeardOnceTheFirstIsForgotten() {
        openSecond();
        open().training().verbs().train.run();
        engine.events.addAll(List.of(Scenes.finished(), new Event.Forgotten(), Scenes.started(30)));
        engine.frames.add(Scenes.frame(Scenes.points(1, 20, 1, 5), 20));
        link.pump();
        assertThat(open().training().state()).isEqualTo(RunState.RUNNING);
        assertThat(open().watch().samples().known().count()).isEqualTo(30);
        assertThat(open().watch().curves().runs()).singleElement()
                .satisfies(run -> assertThat(run.trainLoss().size()).isEqualTo(19));
    }

    @Test
    void failureToKeepTheFirstIsStillSaidButNamesNoLayerOfIt() {
        engine.events.add(new Event.Diverged(50, Scenes.CONV, "not finite"));
        link.pump();
        openSecond();
        assertThat(studio.notices().waiting()).isEmpty();
        engine.events.add(new Event.Failed("saving the weights", null, "the disk is full", "", true));
        link.pump();
        assertThat(studio.notices().waiting()).extracting(Notice::text)
                .containsExactly("Stopped while saving the weights: the disk is full");
    }
}
