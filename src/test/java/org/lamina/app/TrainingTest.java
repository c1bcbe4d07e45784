package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamina.engine.Command;
import org.lamina.engine.Event;
import org.lamina.graph.Edit;
import org.lamina.spec.Params;

final class TrainingTest {

    private final ScriptedEngine engine = new ScriptedEngine();
    private final EngineLink link = new EngineLink(engine);
    private final Document document = new Document(Scenes.project());
    private final Notices notices = new Notices(link);
    private final Training training = new Training(document, link,
            new RunFolder(Path.of("here"), () -> Instant.EPOCH, ZoneOffset.UTC));

    private void hear(Event... events) {
        engine.events.addAll(List.of(events));
        link.pump();
    }

    private List<String> possible() {
        return training.verbs().all().stream().filter(Verb::isReady).map(Verb::title).toList();
    }

    @Test
    void whatCanBeDoneInEachState() {
        assertThat(possible()).as("starting").containsExactly("Train", "Step one batch",
                "Step one batch, beat by beat", "Step one epoch", "Restart with the same seed",
                "Restart with a new seed");
        hear(Scenes.ready());
        assertThat(possible()).as("idle").containsExactly("Train", "Step one batch",
                "Step one batch, beat by beat", "Step one epoch", "Restart with the same seed",
                "Restart with a new seed");
        training.verbs().train.run();
        assertThat(possible()).as("preparing").containsExactly("Stop and keep", "Restart with the same seed",
                "Restart with a new seed");
        hear(Scenes.started(10));
        assertThat(possible()).as("running").containsExactly("Pause", "Stop and keep", "Restart with the same seed",
                "Restart with a new seed");
        hear(new Event.Paused(7));
        assertThat(possible()).as("paused").containsExactly("Resume", "Step one batch",
                "Step one batch, beat by beat", "Step one epoch", "Stop and keep", "Restart with the same seed",
                "Restart with a new seed");
        training.verbs().stop.run();
        assertThat(possible()).as("stopping").isEmpty();
        hear(Scenes.finished());
        assertThat(possible()).as("trained").containsExactly("Train", "Train on from these weights", "Step one batch",
                "Step one batch, beat by beat", "Step one epoch", "Restart with the same seed",
                "Restart with a new seed");
    }

    @Test
    void runThatIsAskedForWhileTheEngineStartsIsWaitingForIt() {
        training.verbs().train.run();
        assertThat(engine.sent).singleElement().isInstanceOf(Command.Train.class);
        hear(Scenes.ready());
        assertThat(training.state()).isEqualTo(RunState.PREPARING);
        hear(Scenes.started(10));
        assertThat(training.state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void verbThatCannotActSaysWhy() {
        hear(Scenes.ready());
        assertThat(training.verbs().pause.whyNot()).isEqualTo("Nothing is training: press Train first");
        document.edit("Break", p -> p.with(p.graph().apply(new Edit.Remove(Scenes.POOL))));
        assertThat(training.verbs().train.whyNot()).startsWith("1 problem. Flatten: needs an input");
    }

    @Test
    void stepBeforeARunStartsItPaused() {
        hear(Scenes.ready());
        training.verbs().stepBatch.run();
        assertThat(engine.sent).satisfiesExactly(
                first -> assertThat(first).isInstanceOfSatisfying(Command.Train.class,
                        t -> assertThat(t.paused()).isTrue()),
                second -> assertThat(second).isEqualTo(new Command.StepBatch()));
    }

    @Test
    void endOfTheRunBeforeDoesNotEndARestart() {
        hear(Scenes.ready());
        training.verbs().train.run();
        hear(Scenes.started(10));
        training.verbs().restart.run();
        hear(Scenes.finished());
        assertThat(training.state()).isEqualTo(RunState.PREPARING);
        hear(Scenes.started(10));
        assertThat(training.state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void newSeedIsAnotherPlanAndOneUndoStep() {
        hear(Scenes.ready());
        training.verbs().restartNewSeed.run();
        assertThat(document.project().plan()).isEqualTo(Params.with(Scenes.project().plan(), "seed", 2));
        document.undo();
        assertThat(document.project().plan().seed()).isEqualTo(1);
    }

    @Test
    void learningRateGoesToTheRunOrElseToThePlan() {
        hear(Scenes.ready());
        training.changeLearningRate(0.01, false);
        training.changeLearningRate(0.02, true);
        assertThat(document.project().plan().learningRate()).isEqualTo(0.02);
        training.verbs().train.run();
        hear(Scenes.started(10));
        training.changeLearningRate(0.5, true);
        assertThat(engine.sent).last().isEqualTo(new Command.LearningRate(0.5));
        assertThat(document.project().plan().learningRate()).isEqualTo(0.02);
        hear(Scenes.finished());
        assertThat(training.learningRateProperty().get()).isEqualTo(0.02);
    }

    @Test
    void changedNetworkMakesTheWeightsStaleUntilTheChangeIsUndone() {
        hear(Scenes.ready());
        training.verbs().train.run();
        hear(Scenes.started(10), Scenes.finished());
        document.edit("Rename", p -> p.with(p.graph().apply(new Edit.SetParameter(Scenes.CONV, "filters", 4))));
        assertThat(training.staleProperty().get()).isTrue();
        assertThat(training.verbs().resumeFromWeights.whyNot())
                .isEqualTo("The network has changed since these weights were trained");
        document.undo();
        assertThat(training.staleProperty().get()).isFalse();
    }

    @Test
    void failureAccusesALayerAndStaysUntilItIsDismissed() {
        hear(Scenes.ready());
        training.verbs().train.run();
        hear(Scenes.started(10),
                new Event.Diverged(12, Scenes.CONV, "The output of Conv 2D is not finite: lower the learning rate"));
        assertThat(notices.accusedProperty().get()).isEqualTo(Scenes.CONV);
        assertThat(notices.waiting()).containsExactly(new Notice(Notice.Kind.FAILURE,
                "Training stopped at step 12: The output of Conv 2D is not finite: lower the learning rate", "",
                Scenes.CONV));
        notices.dismiss(notices.waiting().getFirst());
        assertThat(notices.waiting()).isEmpty();
    }

    @Test
    void failureEndsTheRunButAQuestionThatFailsBesideItDoesNot() {
        hear(Scenes.ready());
        training.verbs().train.run();
        Event beside = new Event.Failed("reading the data", null, "no", "", false);
        hear(beside);
        assertThat(training.state()).isEqualTo(RunState.PREPARING);
        hear(Scenes.started(10), beside);
        assertThat(training.state()).isEqualTo(RunState.RUNNING);
        hear(new Event.Failed("training", null, "no", "", true));
        assertThat(training.state()).isEqualTo(RunState.IDLE);
    }

    @Test
    void runGoesToAFolderOfItsOwn() {
        hear(Scenes.ready());
        training.verbs().train.run();
        assertThat(engine.sent).singleElement().isEqualTo(new Command.Train(document.project(), Path.of("here"),
                Path.of("here", "runs", "1970-01-01-000000-000"), "auto", null, false));
    }

    @Test
    void devicesAreThoseTheEngineReports() {
        hear(Scenes.ready());
        assertThat(training.devices()).extracting(DeviceChoice::id, DeviceChoice::title).containsExactly(
                tuple("auto", "Automatic"),
                tuple("cpu", "CPU"),
                tuple("gpu0", "GPU 0"));
    }
}
