package org.lamina.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lamina.app.Curves;
import org.lamina.app.Dissection;
import org.lamina.app.Document;
import org.lamina.app.EngineLink;
import org.lamina.app.Looking;
import org.lamina.app.Notices;
import org.lamina.app.OwnPicture;
import org.lamina.app.RunFolder;
import org.lamina.app.RunStatus;
import org.lamina.app.Samples;
import org.lamina.app.Scenes;
import org.lamina.app.ScriptedEngine;
import org.lamina.app.Selection;
import org.lamina.app.Training;
import org.lamina.engine.Command;
import org.lamina.engine.Frame;
import org.lamina.engine.Looks;
import org.lamina.study.Picture;
import org.lamina.study.Unit;
import org.lamina.study.UnitResponse;
import org.lamina.tensor.Tensor;
import org.lamina.ui.FxDriver;
import org.lamina.ui.Pulse;
import org.lamina.ui.charts.PlotsView;
import org.lamina.ui.maps.ConfusionView;
import org.lamina.ui.maps.MapsView;
import org.lamina.ui.maps.OwnPictures;
import org.lamina.ui.maps.PredictionsView;
import org.lamina.ui.theme.Look;
import org.lamina.ui.theme.Theme;
import org.lamina.ui.train.NoticesView;
import org.lamina.ui.train.StatusParts;
import org.lamina.ui.train.TrainingActions;
import org.lamina.ui.train.TrainingBar;

final class LivePanelsTest {

    static {
        FxDriver.start();
    }

    private static final int VALIDATION = 2000;

    private final ScriptedEngine engine = new ScriptedEngine();
    private final EngineLink link = new EngineLink(engine);
    private final Document document = new Document(Scenes.project());
    private final Notices notices = new Notices(link);
    private final Curves curves = new Curves(link);
    private final RunStatus status = new RunStatus(link);
    private final Samples samples = new Samples(link, new Random(1));
    private final Looking looking = new Looking(link, samples);
    private final Training training = new Training(document, link,
            new RunFolder(Path.of("here"), () -> Instant.EPOCH, ZoneOffset.UTC));
    private final Pulse pulse = new Pulse(link, looking);
    private final SimpleObjectProperty<Look> look = new SimpleObjectProperty<>(new Look(Theme.LIGHT, 1));
    private final TabPane tabs = new TabPane();
    private long now = System.nanoTime();
    private FxDriver driver = open();

    private FxDriver open() {
        FxDriver.run(() -> Application
                .setUserAgentStylesheet(new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet()));
        return FxDriver.show(this::window, 1000, 460);
    }

    private BorderPane window() {
        OwnPictures own = new OwnPictures(
                new OwnPicture(document, samples, Runnable::run, Runnable::run, _ -> {}), Optional::empty);
        MapsView maps = new MapsView(document, new Selection(document), looking, samples, own,
                Runnable::run);
        PlotsView plots = new PlotsView(curves, look, new SimpleObjectProperty<>(), Runnable::run);
        PredictionsView predictions = new PredictionsView(looking, samples, own);
        ConfusionView confusion = new ConfusionView(looking, samples, (only, because) -> {
            predictions.show(only, because);
            tabs.getSelectionModel().select(2);
        });
        List.of(maps, plots, predictions, confusion).forEach(pulse::add);
        tabs.getTabs().setAll(new Tab("Plots", plots), new Tab("Maps", maps), new Tab("Predictions", predictions),
                new Tab("Confusion", confusion));
        BorderPane window = new BorderPane(tabs);
        window.setTop(new VBox(
                new TrainingBar(training,
                        new TrainingActions(training.verbs(), new Dissection(link), () -> {}, () -> {})),
                new NoticesView(notices, _ -> {}, _ -> {})));
        window.setBottom(new StatusParts(training, status));
        return window;
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private void pump() {
        FxDriver.run(() -> pulse.beat(now += 500_000_000));
        driver.pulses(2);
        FxDriver.run(() -> pulse.beat(now += 500_000_000));
        driver.pulses(2);
    }

    private void tab(int index) {
        FxDriver.run(() -> tabs.getSelectionModel().select(index));
        driver.pulses(2);
        for (int i = 0; i < 4; i++)
            pump();
    }

    private Looks told() {
        return engine.sent.stream().filter(Command.Look.class::isInstance).map(c -> ((Command.Look) c).looks())
                .reduce((_, last) -> last).orElse(Looks.NOTHING);
    }

    private void train() {
        engine.events.add(Scenes.ready());
        engine.events.add(Scenes.started(VALIDATION));
        pump();
        engine.frames.add(Scenes.frame(Scenes.points(1, 300, 1, 5), 300));
        pump();
        engine.events.add(Scenes.finished());
        engine.events.add(Scenes.started(VALIDATION));
        pump();
        IntStream.rangeClosed(1, 4).forEach(e -> engine.events.add(Scenes.epochDone(e, 100L * e)));
        engine.frames.add(Scenes.frame(Scenes.points(1, 430, 1, 7), 430));
        pump();
        engine.frames.add(pictures());
        engine.frames.add(new Frame(null, List.of(), List.of(), List.of(),
                Scenes.predictions(IntStream.range(0, 24).map(i -> i * 84).boxed().toList()),
                Scenes.confusion(VALIDATION), 0.013));
        pump();
    }

    private static Frame pictures() {
        Tensor kernels = Scenes.kernels(16, 5);
        Tensor digit = Scenes.digit(3);
        Tensor edges = Scenes.edges(kernels, digit);
        return Scenes.maps(
                List.of(new Frame.Maps(Scenes.INPUT, 400, 3, Scenes.channelsFirst(digit)),
                        new Frame.Maps(Scenes.CONV, 400, 3, edges),
                        new Frame.Maps(Scenes.POOL, 400, 3, Scenes.relu(edges)),
                        new Frame.Maps(Scenes.DENSE, 400, 3,
                                new Tensor(new int[]{10}, new float[]{-3, 1, 0, 9, -2, 4, -1, 0.5f, 2, 1}))),
                List.of(new Frame.Kernels(Scenes.CONV, 400, kernels, 16)));
    }

    @Test
    void eachTabIsLookedAtOnlyWhileItIsInSight() {
        train();
        assertThat(told()).as("plots").isEqualTo(Looks.NOTHING);
        tab(1);
        assertThat(told()).as("maps")
                .isEqualTo(new Looks(Set.of(Scenes.CONV, Scenes.INPUT), Set.of(Scenes.CONV), new Picture.Validation(0),
                        List.of(), false,
                        Set.of(new UnitResponse(new Unit(Scenes.CONV, 0), new Picture.Validation(0)))));
        tab(3);
        assertThat(told()).as("confusion").isEqualTo(new Looks(Set.of(), Set.of(), 0, List.of(), true));
        tab(2);
        assertThat(told().predictions()).as("predictions").hasSize(24);
        FxDriver.run(() -> tabs.setVisible(false));
        pump();
        assertThat(told()).as("closed drawer").isEqualTo(Looks.NOTHING);
    }

    @Test
    void cellOfTheConfusionShowsItsSamples() {
        train();
        tab(3);
        FxDriver.run(driver.find("#confusion-matrix")::requestFocus);
        IntStream.range(0, 3).forEach(_ -> driver.key(KeyCode.DOWN));
        IntStream.range(0, 8).forEach(_ -> driver.key(KeyCode.RIGHT));
        assertThat(((Label) driver.find("#confusion-words")).getText())
                .isEqualTo("3 read as 8: 20 times, 10.0 % of all 3. Click to see them");
        driver.key(KeyCode.ENTER);
        pump();
        assertThat(told().predictions()).startsWith(3, 103, 203).hasSize(20);
        assertThat(((Label) driver.find("#predictions-title")).getText()).startsWith("3 read as 8: 20");
    }

    @Test
    void buttonsFollowTheRun() {
        assertThat(driver.find("#button-train").isDisabled()).as("while the engine starts").isFalse();
        assertThat(driver.find("#button-pause").isDisabled()).isTrue();
        engine.events.add(Scenes.ready());
        pump();
        assertThat(driver.find("#button-train").isDisabled()).isFalse();
        FxDriver.run(((Button) driver.find("#button-train"))::fire);
        assertThat(engine.sent).anyMatch(Command.Train.class::isInstance);
        engine.events.add(Scenes.started(VALIDATION));
        pump();
        assertThat(driver.find("#button-train").isDisabled()).isTrue();
        assertThat(driver.find("#button-pause").isDisabled()).isFalse();
    }

    /// Processor time, as other work on the machine must not decide.
    @Test
    @Tag("bench")
    void mapsAtFullRateTakeLittleOfTheFxThread() {
        train();
        tab(1);
        List<Long> taken = IntStream.range(0, 60).mapToObj(i -> FxDriver.call(() -> shown(i))).sorted().toList();
        System.out.printf("64 maps of 28x28: median %.1f ms, longest %.1f ms%n", taken.get(30) / 1e6,
                taken.getLast() / 1e6);
        assertThat(taken.getLast()).isLessThan(50_000_000L);
    }

    /// @return nanoseconds of the FX thread
    private long shown(int round) {
        float[] values = new float[64 * 28 * 28];
        values[round] = 1 + round;
        engine.frames.add(Scenes.maps(
                List.of(new Frame.Maps(Scenes.CONV, 1, 3, new Tensor(new int[]{64, 28, 28}, values))), List.of()));
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        pulse.beat(now += 16_000_000);
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }
}
