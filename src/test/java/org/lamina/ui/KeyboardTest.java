package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.NodeBox;
import org.lamina.app.Scenes;
import org.lamina.app.ScriptedEngine;
import org.lamina.app.Selection;
import org.lamina.app.Workspace;
import org.lamina.engine.Command;
import org.lamina.engine.Event;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.project.Layout;
import org.lamina.project.Point;
import org.lamina.project.Project;
import org.lamina.project.ProjectException;
import org.lamina.project.ProjectFile;
import org.lamina.spec.Catalogue;
import org.lamina.study.Side;
import org.lamina.study.TrainingStep;
import org.lamina.tensor.Tensor;
import org.lamina.ui.canvas.CanvasView;
import org.lamina.ui.dialogs.Questions.Unsaved;
import org.lamina.ui.theme.Theme;

/// Everything that the program lists with a key is done by that key. The list is the one that menus, command palette and
/// keyboard overview are made of: what is new there needs a row here.
class KeyboardTest {

    private static final NodeId CONV = new NodeId("conv");
    private static final NodeId RELU = new NodeId("relu");
    private static final Wire INTO_RELU = new Wire("conv", "relu");

    @TempDir
    Path folder;
    private final ScriptedEngine engine = new ScriptedEngine();
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private Bench bench;
    private Point home = new Point(0, 0);
    private Point2D sight = Point2D.ZERO;
    private double fitted;

    /// @param before brings the window to where the key means something
    /// @param then goes on where the key alone is only the beginning
    /// @param seen what the key changes
    private record Row(Runnable before, Runnable then, Callable<?> seen, Object expected) {}

    @BeforeEach
    void open() throws IOException, ProjectException {
        ProjectFile.save(project(), folder.resolve("branch.lamina"));
        bench = new Bench(folder, folder, engine);
        bench.unsaved = Unsaved.DISCARD;
        edits();
        moves();
        walks();
        places();
        runs();
        views();
        takes();
        moments();
        files();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /// A network with a shortcut around a second convolution.
    private static Project project() {
        Project straight = Scenes.project();
        Graph graph = straight.graph().apply(List.of(put("twin", "conv-2d"), put("add", "add"),
                new Edit.SetParameter(new NodeId("twin"), "filters", 16), new Edit.Connect(new Wire("relu", "twin")),
                connect("twin", "add", 0), connect("relu", "add", 1), connect("add", "pool", 0)));
        return new Project("", graph, Layout.EMPTY, straight.data(), straight.plan());
    }

    private static Edit put(String id, String layer) {
        return new Edit.Put(new Node(id, Catalogue.layers().get(layer)));
    }

    private static Edit connect(String from, String to, int port) {
        return new Edit.Connect(new Wire(new NodeId(from), new NodeId(to), port));
    }

    private void row(String id, Runnable before, Callable<?> seen, Object expected) {
        row(id, before, () -> {}, seen, expected);
    }

    private void row(String id, Runnable before, Runnable then, Callable<?> seen, Object expected) {
        rows.put(id, new Row(before, then, seen, expected));
    }

    private void edits() {
        row("undo", this::nudged, this::offset, new Point(0, 0));
        row("redo", () -> {
            nudged();
            press("undo");
        }, this::offset, new Point(NodeBox.GRID, 0));
        row("cut", () -> select(RELU), () -> graph().contains(RELU), false);
        row("copy", () -> select(RELU), () -> press("paste"), () -> graph().contains(new NodeId("relu-1")), true);
        row("paste", () -> {
            select(RELU);
            press("copy");
        }, () -> graph().contains(new NodeId("relu-1")), true);
        row("duplicate", () -> select(RELU), () -> graph().contains(new NodeId("relu-1")), true);
        row("delete", () -> select(RELU), () -> graph().wires().contains(new Wire("conv", "twin")), true);
        row("select-all", () -> {}, () -> selection().nodes().size(), 9);
        row("escape", () -> select(RELU), () -> selection().nodes(), Set.of());
        row("add-layer", () -> {}, () -> bench.driver.type("dropout").key(KeyCode.ENTER),
                () -> graph().contains(new NodeId("dropout-1")), true);
        row("connect", () -> {
            FxDriver.run(() -> workspace().editor().disconnect(INTO_RELU));
            FxDriver.run(() -> selection().set(List.of(CONV, RELU)));
        }, () -> graph().wires().contains(INTO_RELU), true);
        row("parameters", () -> select(CONV), () -> hasFocus("#inspector"), true);
        row("rename", () -> select(RELU), () -> bench.driver.type("Bend").key(KeyCode.ENTER),
                () -> graph().node(RELU).orElseThrow().label(), "Bend");
        row("problems", () -> {
            FxDriver.run(() -> workspace().editor().disconnect(INTO_RELU));
            select(RELU);
        }, () -> bench.driver.find("#canvas").lookup("#problem-popup").isVisible(), true);
        row("make-block", () -> select(RELU), () -> graph().contains(RELU), false);
        row("ungroup", this::block, () -> graph().contains(RELU), true);
        row("leave-block", () -> {
            block();
            FxDriver.run(() -> workspace().editor().blocks().open(new NodeId("block-1")));
        }, () -> workspace().editor().drawing().isInside(), false);
        row("menu", () -> select(RELU), () -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance),
                true);
    }

    private void block() {
        select(RELU);
        FxDriver.run(() -> workspace().editor().blocks().make());
    }

    private void moves() {
        for (int far : new int[]{1, 5}) {
            String id = far == 1 ? "move" : "move-far";
            double step = far * NodeBox.GRID;
            row(id + "-left", () -> select(CONV), this::offset, new Point(-step, 0));
            row(id + "-right", () -> select(CONV), this::offset, new Point(step, 0));
            row(id + "-up", () -> select(CONV), this::offset, new Point(0, -step));
            row(id + "-down", () -> select(CONV), this::offset, new Point(0, step));
        }
        row("layout", this::nudged, () -> workspace().document().undoLabelProperty().get(), "Auto layout");
    }

    private void walks() {
        NodeId twin = new NodeId("twin");
        NodeId add = new NodeId("add");
        row("next", () -> select(CONV), () -> selection().nodes(), Set.of(RELU));
        row("previous", () -> select(RELU), () -> selection().nodes(), Set.of(CONV));
        row("along", () -> select(CONV), () -> selection().nodes(), Set.of(RELU));
        row("back", () -> select(RELU), () -> selection().nodes(), Set.of(CONV));
        row("sibling", () -> select(twin), () -> selection().nodes(), Set.of(add));
        row("sibling-back", () -> select(add), () -> selection().nodes(), Set.of(twin));
        row("wire", () -> select(new NodeId("input")), () -> selection().wire(),
                Optional.of(new Wire("input", "conv")));
        row("wire-back", () -> FxDriver.run(() -> selection().set(INTO_RELU)), () -> selection().wire(),
                Optional.of(new Wire("input", "conv")));
    }

    private void places() {
        row("canvas", () -> press("palette"), () -> hasFocus("#canvas"), true);
        row("palette", () -> {}, () -> hasFocus("#palette"), true);
        row("inspector", () -> {}, () -> hasFocus("#inspector"), true);
        for (String tab : List.of("maps", "predictions", "data", "problems", "write", "why", "plane", "fooling",
                "arithmetic", "hierarchy", "step", "depth"))
            row("show-" + tab, () -> press("show-plots"), this::tab, "tab-" + tab);
        row("show-plots", () -> press("show-data"), this::tab, "tab-plots");
        row("large-drawer", () -> press("large-drawer"), () -> bench.driver.shows("#canvas"), true);
    }

    private void runs() {
        row("train", () -> {}, this::lastSent, Command.Train.class);
        row("train-on", () -> {
            running();
            hear(Scenes.finished());
        }, this::lastSent, Command.Train.class);
        row("open-weights", () -> {
            running();
            hear(Scenes.finished());
            bench.open = folder.resolve("last.safetensors");
        }, this::lastSent, Command.Load.class);
        row("pause", this::running, this::lastSent, Command.Pause.class);
        row("resume", this::paused, this::lastSent, Command.Resume.class);
        row("step-batch", this::paused, this::lastSent, Command.StepBatch.class);
        row("take-apart", this::paused, this::lastSent, Command.StepBatch.class);
        row("next-beat", this::takenApart, this::beat, 2);
        row("previous-beat", () -> {
            takenApart();
            press("next-beat");
            press("next-beat");
        }, this::beat, 2);
        row("play-beats", this::takenApart, () -> workspace().watch().dissection().pace().playingProperty().get(),
                true);
        row("step-epoch", this::paused, this::lastSent, Command.StepEpoch.class);
        row("stop", this::running, this::lastSent, Command.Stop.class);
        row("restart", this::running, this::lastSent, Command.Train.class);
        row("restart-new-seed", () -> {}, () -> workspace().document().project().plan().seed(), 2);
    }

    private void views() {
        row("health", () -> {}, () -> bench.driver.shows("#health-legend"), true);
        row("fit", () -> press("zoom-out"), () -> canvas().zoomProperty().get() == fitted, true);
        row("zoom-in", () -> press("zoom-full"), this::percent, 125L);
        row("zoom-out", () -> press("zoom-full"), this::percent, 80L);
        row("zoom-full", () -> press("zoom-in"), this::percent, 100L);
        row("pan-left", this::look, this::shift, new Point2D(80, 0));
        row("pan-right", this::look, this::shift, new Point2D(-80, 0));
        row("pan-up", this::look, this::shift, new Point2D(0, 80));
        row("pan-down", this::look, this::shift, new Point2D(0, -80));
        row("theme", () -> FxDriver.run(() -> bench.themes.themeProperty().set(Theme.LIGHT)),
                () -> bench.themes.theme(), Theme.DARK);
        row("gamma", () -> FxDriver.run(() -> bench.themes.gammaProperty().set(1)),
                () -> bench.themes.gammaProperty().get(), 0.7);
        row("larger", () -> FxDriver.run(bench.themes::normalSize), this::font, font(1.15));
        row("smaller", () -> FxDriver.run(bench.themes::normalSize), this::font, font(0.9));
        row("normal-size", () -> press("larger"), this::font, font(1));
        row("commands", () -> {}, () -> bench.driver.shows("#command-palette"), true);
        row("keyboard", () -> {}, () -> bench.driver.shows("#keyboard-overview"), true);
    }

    /// Of a run whose moments 0, 10, 20 and 30 are kept.
    private void moments() {
        row("moment-back", this::kept, this::moment, 30L);
        row("moment-on", () -> {
            kept();
            press("moment-first");
        }, this::moment, 10L);
        row("moment-first", this::kept, this::moment, 0L);
        row("moment-live", () -> {
            kept();
            press("moment-back");
        }, this::moment, -1L);
        row("moment-play", this::kept, () -> workspace().timeLine().playingProperty().get(), true);
    }

    private void kept() {
        running();
        hear(new Event.Kept(0, 10, 30, 4, 400, 8_000_000, true));
    }

    private long moment() {
        return Objects.requireNonNullElse(workspace().timeLine().momentProperty().get(), -1L);
    }

    /// The panel that is shown is the data set.
    private void takes() {
        for (String of : List.of("", "-canvas")) {
            row("copy-picture" + of, () -> {
                press("show-data");
                FxDriver.run(Clipboard.getSystemClipboard()::clear);
            }, () -> bench.await(Clipboard.getSystemClipboard()::hasImage),
                    () -> Clipboard.getSystemClipboard().hasImage(), true);
            row("save-picture" + of, () -> {
                press("show-data");
                bench.save = folder.resolve("taken" + of + ".png");
            }, () -> bench.await(() -> Files.exists(folder.resolve("taken" + of + ".png"))),
                    () -> Files.exists(folder.resolve("taken" + of + ".png")), true);
        }
    }

    private void files() {
        row("export", () -> {
            running();
            hear(Scenes.finished());
        }, () -> bench.driver.shows("#export"), true);
        row("new", () -> {}, () -> graph().nodes().size(), 0);
        row("new-from-template", () -> {}, () -> bench.driver.shows("#template-gallery"), true);
        row("open", () -> {
            press("new");
            bench.open = folder.resolve("branch.lamina");
        }, () -> graph().nodes().size(), 9);
        row("save", () -> {
            press("new");
            bench.save = folder.resolve("saved");
        }, () -> Files.exists(folder.resolve("saved.lamina")), true);
        row("save-as", () -> bench.save = folder.resolve("other"), () -> Files.exists(folder.resolve("other.lamina")),
                true);
        row("close", () -> {}, () -> bench.driver.shows("#start-page"), true);
        row("quit", () -> {}, () -> bench.driver.stage().isShowing(), false);
    }

    @Test
    void everyListedKeyDoesWhatItsActionSays() {
        begin();
        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(
                actions().stream().filter(a -> a.keys() != null).map(Action::id).toList());
        assertThat(rows.keySet().stream().map(this::complaint).filter(c -> !c.isEmpty()).toList()).isEmpty();
    }

    @Test
    void keyThatCannotActNowSaysWhy() {
        begin();
        paused();
        assertThat(bench.driver.shows("#remark")).isFalse();
        bench.driver.key(KeyCode.E, KeyCode.CONTROL);
        assertThat(bench.driver.shows("#remark")).isTrue();
        assertThat(bench.driver.find("#remark")).isInstanceOfSatisfying(Label.class, remark -> assertThat(
                remark.getText()).isEqualTo("Export… (Ctrl+E)\nNot now: a run is under way: stop it first"));
        assertThat(bench.driver.shows("#export")).isFalse();
    }

    /// What is wrong with a row; empty where nothing is.
    private String complaint(String id) {
        Row row = Objects.requireNonNull(rows.get(id));
        begin();
        row.before.run();
        bench.settle();
        engine.sent.clear();
        Object without = FxDriver.call(row.seen);
        press(id);
        row.then.run();
        bench.settle();
        Object with = FxDriver.call(row.seen);
        return !with.equals(row.expected) ? "%s: expected %s, got %s".formatted(id, row.expected, with)
                : with.equals(without) ? id + ": was so before the key was pressed" : "";
    }

    /// The project as it was opened, nothing selected, the focus on the canvas, no run under way.
    private void begin() {
        FxDriver.run(() -> List.copyOf(Window.getWindows()).stream().filter(ContextMenu.class::isInstance)
                .forEach(Window::hide));
        bench.driver.key(KeyCode.ESCAPE);
        if (isTheSame())
            while (!workspace().document().undoLabelProperty().get().isEmpty())
                FxDriver.run(workspace().document()::undo);
        else
            reopen();
        hear(Scenes.finished());
        FxDriver.run(selection()::clear);
        FxDriver.run(bench.themes::normalSize);
        FxDriver.run(canvas()::requestFocus);
        FxDriver.run(canvas()::fit);
        bench.driver.move(0, 0);
        home = place();
        fitted = FxDriver.call(() -> canvas().zoomProperty().get());
    }

    private boolean isTheSame() {
        Workspace open = bench.studio.workspace();
        return open != null && folder.resolve("branch.lamina").equals(open.document().fileProperty().get());
    }

    private void reopen() {
        FxDriver.run(() -> bench.studio.open(folder.resolve("branch.lamina")));
        bench.settle();
        hear(Scenes.ready());
        press("show-data");
    }

    private void press(String id) {
        KeyCodeCombination keys = (KeyCodeCombination) Objects.requireNonNull(
                actions().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow().keys());
        if (keys.getShortcut() == ModifierValue.DOWN)
            bench.driver.hold(KeyCode.CONTROL);
        if (keys.getShift() == ModifierValue.DOWN)
            bench.driver.hold(KeyCode.SHIFT);
        if (keys.getAlt() == ModifierValue.DOWN)
            bench.driver.hold(KeyCode.ALT);
        bench.driver.key(keys.getCode()).letGo();
        bench.settle();
    }

    private List<Action> actions() {
        return FxDriver.call(() -> bench.window.groups().stream().flatMap(g -> g.actions().stream()).toList());
    }

    private Workspace workspace() {
        return Objects.requireNonNull(bench.studio.workspace());
    }

    private Graph graph() {
        return workspace().document().project().graph();
    }

    private Selection selection() {
        return workspace().selection();
    }

    private CanvasView canvas() {
        return (CanvasView) bench.driver.find("#canvas");
    }

    private void select(NodeId id) {
        FxDriver.run(() -> canvas().goTo(id));
    }

    private void nudged() {
        select(CONV);
        press("move-right");
    }

    private Point place() {
        return Objects.requireNonNull(workspace().document().project().layout().places().get(CONV));
    }

    private Point offset() {
        return place().plus(-home.x(), -home.y());
    }

    private void look() {
        sight = bench.driver.centre("#node-conv");
    }

    private Point2D shift() {
        Point2D by = bench.driver.centre("#node-conv").subtract(sight);
        return new Point2D(Math.rint(by.getX()), Math.rint(by.getY()));
    }

    private long percent() {
        return Math.round(100 * canvas().zoomProperty().get());
    }

    private String font() {
        return bench.driver.scene().getRoot().getStyle();
    }

    private static String font(double scale) {
        return "-fx-font-size: " + 13.0 * scale + "px;";
    }

    private String tab() {
        return ((TabPane) bench.driver.find("#drawer")).getSelectionModel().getSelectedItem().getId();
    }

    private boolean hasFocus(String pane) {
        javafx.scene.Node within = bench.driver.find(pane);
        for (javafx.scene.Node at = bench.driver.scene().getFocusOwner(); at != null; at = at.getParent())
            if (at == within)
                return true;
        return false;
    }

    private Class<?> lastSent() {
        return engine.sent.stream().filter(c -> !(c instanceof Command.Look)).reduce((_, last) -> last)
                .<Class<?>>map(Command::getClass).orElse(Void.class);
    }

    private void running() {
        FxDriver.run(() -> workspace().training().verbs().train.run());
        hear(Scenes.started(10));
    }

    private void paused() {
        running();
        hear(new Event.Paused(1));
    }

    /// Three beats: forwards, loss, backwards.
    private void takenApart() {
        paused();
        Tensor tensor = new Tensor(new int[]{1}, new float[1]);
        hear(new Event.TakenApart(List.of(new TrainingStep(1, 0.1, Side.ALL, 0.5, List.of(), 0,
                List.of(new TrainingStep.Passage(CONV, tensor, 1, tensor, 1)), List.of()))));
    }

    private int beat() {
        return workspace().watch().dissection().pace().beat();
    }

    private void hear(Event event) {
        FxDriver.run(() -> {
            engine.events.add(event);
            bench.studio.around().link().pump();
        });
    }
}
