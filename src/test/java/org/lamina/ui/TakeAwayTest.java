package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.Capture;
import org.lamina.app.NodeBox;
import org.lamina.app.Numbers;
import org.lamina.app.RunState;
import org.lamina.app.Workspace;
import org.lamina.engine.EngineThread;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.project.Layout;
import org.lamina.project.Point;
import org.lamina.spec.Params;
import org.lamina.ui.dialogs.Questions;
import org.lamina.ui.take.Take;
import org.lamina.ui.take.Takeaway;
import org.lamina.ui.take.Taking;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Every tab of the drawer can be taken away, as a picture and as numbers, once it shows something.
class TakeAwayTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder, Bench.smallSamples(folder), EngineThread.start(), List.of());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void everyTabOffersItsPictureAndItsNumbersOnceItShowsSomething() {
        sample("digits-cnn");
        assertThat(shown("maps").numbers().isEmpty()).as("maps before training").isTrue();
        assertThat(shown("problems").numbers().isEmpty()).as("no problems").isTrue();
        pausedAfterAnEpoch();
        offersOnAllTabs(List.of("plane", "write", "problems", "step"));
        bench.driver.key(KeyCode.F7, KeyCode.CONTROL);
        offers("step");
        stop();
        sample("spiral");
        pausedAfterAnEpoch();
        offers("plane");
        offers("data");
        stop();
    }

    @Test
    void everyTabShowsSomethingOfWeightsThatWereLoaded() {
        sample("digits-cnn");
        pausedAfterAnEpoch();
        stop();
        Path weights = Objects.requireNonNull(workspace().training().weightsProperty().get());
        bench.open = weights;
        bench.unsaved = Questions.Unsaved.DISCARD;
        sample("digits-cnn");
        assertThat(workspace().training().weightsProperty().get()).isNull();
        bench.driver.key(KeyCode.O, KeyCode.CONTROL, KeyCode.SHIFT);
        await("loaded", () -> weights.equals(workspace().training().weightsProperty().get()));
        offersOnAllTabs(List.of("plots", "plane", "write", "problems", "step"));
    }

    /// @param others of no use to a classifier of pictures
    private void offersOnAllTabs(List<String> others) {
        List<String> tabs = FxDriver.call(() -> ((TabPane) bench.driver.find("#drawer")).getTabs().stream()
                .map(tab -> tab.getId().substring("tab-".length())).toList());
        tabs.stream().filter(tab -> !others.contains(tab)).forEach(this::offers);
    }

    private void offers(String tab) {
        await(tab + ", with numbers and drawn", () -> {
            List<Takeaway> all = all(tab);
            return !all.isEmpty() && all.stream().allMatch(t -> !t.numbers().isEmpty() && colours(t) > 2);
        });
        assertThat(FxDriver.call(() -> all(tab))).as(tab).allSatisfy(what -> {
            Numbers numbers = FxDriver.call(what::numbers);
            assertThat(numbers.columns()).as(tab).hasSize(numbers.row().apply(0).size()).doesNotContain("");
            assertThat(numbers.csv().lines().count()).as(tab).isGreaterThanOrEqualTo(numbers.count() + 1L);
        });
        bench.rest(tab);
    }

    private static long colours(Takeaway what) {
        Take<BufferedImage> take = what.picture();
        while (take.read());
        take.close();
        BufferedImage picture = take.made();
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(pixels).distinct().count();
    }

    @Test
    void numbersOfMapsAreWhatTheEngineGaveAndThePictureGoesOntoTheClipboardByKeys() throws Exception {
        sample("digits-cnn");
        pausedAfterAnEpoch();
        FxDriver.run(() -> workspace().selection().set(new NodeId("conv-1")));
        await("maps", () -> !all("maps").isEmpty() && all("maps").stream().noneMatch(t -> t.numbers().isEmpty()));
        Takeaway maps = FxDriver.call(() -> all("maps").stream().filter(t -> t.subject().contains(" maps of "))
                .findFirst().orElseThrow());
        Capture output = Objects.requireNonNull(
                FxDriver.call(() -> workspace().watch().looking().output(new NodeId("conv-1"))));
        List<String> lines = maps.numbers().csv().lines().skip(1).toList();
        assertThat(lines).hasSize(output.values().values().length);
        float[] read = new float[lines.size()];
        for (int i = 0; i < read.length; i++)
            read[i] = Float.parseFloat(lines.get(i).substring(lines.get(i).lastIndexOf(',') + 1));
        assertThat(read).isEqualTo(output.values().values());
        bench.save = folder.resolve("maps.png");
        bench.driver.key(KeyCode.C, KeyCode.CONTROL, KeyCode.SHIFT).key(KeyCode.P, KeyCode.CONTROL, KeyCode.SHIFT);
        await("a picture and a file", () -> Clipboard.getSystemClipboard().hasImage()
                && Files.exists(folder.resolve("maps.png")));
        stop();
    }

    /// What is read from the file is the network: its nodes with their names and shapes, and wires from port to port.
    @Test
    void drawingOfTheCanvasHasEveryNodeNameShapeAndWire() throws Exception {
        sample("digits-cnn");
        Path file = folder.resolve("network.svg");
        Takeaway canvas = (Takeaway) bench.driver.find("#canvas");
        FxDriver.run(() -> new Taking(bench.studio.notices(), (_, _) -> Optional.of(file), Runnable::run)
                .saveDrawing(canvas));
        await("a file", () -> Files.exists(file));
        Document drawing = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder()
                .parse(file.toFile());
        Inference network = FxDriver.call(() -> workspace().editor().drawing().inference());
        Layout layout = workspace().document().project().layout();
        Map<String, Element> nodes = groups(drawing, "node-view");
        assertThat(nodes).hasSize(network.graph().nodes().size());
        network.graph().nodes().forEach(node -> assertThat(words(one(nodes, "node-" + node.id())))
                .contains(node.label(), network.shape(node.id()).orElseThrow().toString()));
        Map<String, Element> wires = groups(drawing, "wire-view");
        assertThat(wires.keySet()).containsExactlyInAnyOrderElementsOf(network.graph().wires().stream()
                .map(w -> "wire-%s-%s-%d".formatted(w.from(), w.to(), w.port())).toList());
        network.graph().wires().forEach(wire -> {
            Point from = one(layout.places(), wire.from());
            Point to = one(layout.places(), wire.to());
            Element view = one(wires, "wire-%s-%s-%d".formatted(wire.from(), wire.to(), wire.port()));
            assertThat(((Element) view.getElementsByTagName("path").item(0)).getAttribute("d"))
                    .startsWith("M%.0f %.0f".formatted(from.x() + NodeBox.WIDTH, from.y() + NodeBox.PORT_Y))
                    .endsWith(" %.0f %.0f".formatted(to.x(), to.y() + NodeBox.inputY(wire.port())));
        });
    }

    private static <K, V> V one(Map<K, V> all, K key) {
        return Objects.requireNonNull(all.get(key), () -> "no " + key);
    }

    private static Map<String, Element> groups(Document drawing, String style) {
        Map<String, Element> found = new HashMap<>();
        NodeList all = drawing.getElementsByTagName("g");
        for (int i = 0; i < all.getLength(); i++)
            if (all.item(i) instanceof Element group && group.getAttribute("class").equals(style))
                found.put(group.getAttribute("id"), group);
        return found;
    }

    private static String words(Element group) {
        NodeList lines = group.getElementsByTagName("text");
        return IntStream.range(0, lines.getLength()).mapToObj(i -> lines.item(i).getTextContent())
                .collect(Collectors.joining(" "));
    }

    private Takeaway shown(String tab) {
        await(tab, () -> !all(tab).isEmpty());
        return FxDriver.call(() -> all(tab).getFirst());
    }

    private List<Takeaway> all(String tab) {
        TabPane drawer = (TabPane) bench.driver.find("#drawer");
        drawer.getTabs().stream().filter(t -> ("tab-" + tab).equals(t.getId())).findFirst()
                .ifPresent(drawer.getSelectionModel()::select);
        List<Takeaway> all = new ArrayList<>();
        collect(drawer.getSelectionModel().getSelectedItem().getContent(), all);
        return all;
    }

    private static void collect(Node node, List<Takeaway> all) {
        if (node instanceof Takeaway takeaway && node.isVisible())
            all.add(takeaway);
        if (node instanceof Parent parent && node.isVisible())
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
    }

    private void sample(String name) {
        FxDriver.run(() -> bench.studio.openSample(bench.studio.samples().stream()
                .filter(s -> s.file().endsWith(name + ".lamina")).findFirst().orElseThrow()));
        bench.settle();
        FxDriver.run(() -> workspace().document().edit("Fewer",
                p -> p.with(Params.with(p.data(), Map.of("samples", 400)))
                        .with(Params.with(p.plan(), "epochs", 1000))));
        await("idle", () -> workspace().training().state() == RunState.IDLE);
    }

    private void pausedAfterAnEpoch() {
        bench.driver.key(KeyCode.F5);
        await("an epoch",
                () -> workspace().watch().curves().runs().stream().anyMatch(r -> r.validationLoss().size() >= 1));
        bench.driver.key(KeyCode.F6);
        await("paused", () -> workspace().training().state() == RunState.PAUSED);
    }

    private void stop() {
        bench.driver.key(KeyCode.F8);
        await("stopped", () -> workspace().training().state() == RunState.IDLE);
    }

    private Workspace workspace() {
        return Objects.requireNonNull(bench.studio.workspace());
    }

    private void await(String what, BooleanSupplier condition) {
        bench.await(what, condition);
    }
}
