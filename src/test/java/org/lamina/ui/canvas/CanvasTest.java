package org.lamina.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.lamina.app.Scenes;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.ui.FxDriver;

class CanvasTest {

    private static final Graph CHAIN = Bench.chain(Bench.layer("input"), Bench.layer("conv-2d"), Bench.layer("relu"),
            Bench.layer("flatten"), Bench.layer("dense"), Bench.layer("output"));

    private static Set<String> wires(Bench bench) {
        return bench.graph().wires().stream().map(w -> w.from() + ">" + w.to() + ":" + w.port())
                .collect(Collectors.toSet());
    }

    @Test
    void layerDraggedFromThePaletteStandsUnderTheCursor() {
        try (Bench bench = Bench.empty()) {
            assertThat(bench.hand.shows("#empty-canvas")).isTrue();
            Point2D at = bench.onCanvas(400, 300);
            bench.hand.move(bench.hand.reveal("#palette-conv-2d")).press().glide(at);
            assertThat(bench.hand.shows("#ghost")).isTrue();
            bench.hand.release();
            assertThat(bench.hand.shows("#ghost")).isFalse();
            assertThat(bench.hand.centre("#node-conv-2d-1").distance(at)).isLessThan(8);
            assertThat(bench.undoLabel()).isEqualTo("Add Conv 2D");
        }
    }

    @Test
    void wireDrawnBetweenPortsTellsTheShapeAndConnects() {
        Graph loose = Bench.chain(Bench.layer("input")).apply(new Edit.Put(
                new Node("conv-2d-1", Bench.layer("conv-2d", Map.of("filters", 16, "padding", 0)))));
        try (Bench bench = Bench.of(loose)) {
            bench.hand.move(bench.port("node-input-1-out")).press().glide(bench.port("node-conv-2d-1-in-0"));
            assertThat(((Label) bench.hand.find("#hint")).getText())
                    .isEqualTo("gives 16 channels × 26 high × 26 wide");
            bench.hand.release();
            assertThat(wires(bench)).containsExactly("input-1>conv-2d-1:0");
            assertThat(bench.undoLabel()).isEqualTo("Connect Input to Conv 2D");
        }
    }

    @Test
    void layerDroppedOnAWireGoesIntoIt() {
        try (Bench bench = Bench.of(CHAIN)) {
            bench.hand.drag(bench.hand.reveal("#palette-dropout"), bench.hand.centre("#wire-flatten-1-dense-1-0"));
            assertThat(wires(bench)).contains("flatten-1>dropout-1:0", "dropout-1>dense-1:0")
                    .doesNotContain("flatten-1>dense-1:0");
            assertThat(bench.undoLabel()).isEqualTo("Insert Dropout");
        }
    }

    @Test
    void deletedLayerLeavesItsNeighboursJoinedWhereShapesAllow() {
        try (Bench bench = Bench.of(CHAIN)) {
            bench.hand.click("#node-relu-1").key(KeyCode.DELETE);
            assertThat(wires(bench)).contains("conv-2d-1>flatten-1:0");
            bench.hand.click("#node-flatten-1").key(KeyCode.DELETE);
            assertThat(wires(bench)).containsExactlyInAnyOrder("input-1>conv-2d-1:0", "dense-1>output-1:0");
        }
    }

    @Test
    void marqueeAndMoveAreOneUndoStep() {
        try (Bench bench = Bench.of(CHAIN)) {
            Point2D before = bench.hand.centre("#node-relu-1");
            bench.hand.drag(bench.onCanvas(2, 2), bench.onCanvas(1180, 840));
            assertThat(bench.selected()).hasSize(6);
            bench.hand.drag(before, before.add(60, 40));
            assertThat(bench.hand.centre("#node-relu-1").distance(before)).isBetween(60.0, 80.0);
            assertThat(bench.undoLabel()).isEqualTo("Move 6 layers");
            bench.hand.key(KeyCode.Z, KeyCode.CONTROL);
            assertThat(bench.hand.centre("#node-relu-1")).isEqualTo(before);
            assertThat(bench.undoLabel()).isEmpty();
        }
    }

    @Test
    void copiesKeepTheirWiresAndBadClipboardIsSaid() {
        try (Bench bench = Bench.of(CHAIN)) {
            bench.hand.click("#node-relu-1").hold(KeyCode.SHIFT).click("#node-flatten-1").letGo();
            bench.hand.key(KeyCode.C, KeyCode.CONTROL).key(KeyCode.V, KeyCode.CONTROL);
            assertThat(wires(bench)).hasSize(6).contains("relu-2>flatten-2:0");
            assertThat(bench.selected()).containsExactlyInAnyOrder("relu-2", "flatten-2");
            bench.clipboard("some text");
            Graph graph = bench.graph();
            bench.hand.key(KeyCode.V, KeyCode.CONTROL);
            assertThat(bench.graph()).isSameAs(graph);
            assertThat(((Label) bench.hand.find("#notice")).getText()).startsWith("The clipboard holds no layers");
        }
    }

    @Test
    void zoomKeepsThePointUnderTheCursor() {
        try (Bench bench = Bench.of(CHAIN)) {
            Point2D at = bench.hand.centre("#node-relu-1");
            bench.hand.move(at).scroll(120).scroll(120);
            assertThat(bench.hand.centre("#node-relu-1").distance(at)).isLessThan(0.5);
            assertThat(bench.zoom()).isGreaterThan(0.8);
        }
    }

    @Test
    void fixIsOneClickAndOneUndoStep() {
        Graph wrong = Bench.chain(Bench.layer("input"), Bench.layer("conv-2d"), Bench.layer("dense"),
                Bench.layer("output"));
        try (Bench bench = Bench.of(wrong)) {
            bench.hand.click("#problems-dense-1");
            assertThat(bench.hand.shows("#problem-popup")).isTrue();
            bench.hand.screenshot("canvas-problem");
            bench.hand.click("#fix-0");
            assertThat(wires(bench)).contains("conv-2d-1>flatten-1:0", "flatten-1>dense-1:0");
            assertThat(bench.undoLabel()).isEqualTo("Insert Flatten");
            bench.hand.key(KeyCode.Z, KeyCode.CONTROL);
            assertThat(bench.graph()).isEqualTo(wrong);
        }
    }

    @Test
    void occupiedInputTakesTheNewWireAndGivesTheOldOneAway() {
        try (Bench bench = Bench.of(CHAIN)) {
            bench.hand.drag(bench.port("node-input-1-out"), bench.port("node-relu-1-in-0"));
            assertThat(wires(bench)).contains("input-1>relu-1:0").doesNotContain("conv-2d-1>relu-1:0");
        }
    }

    @Test
    void endTakenOffIntoEmptySpaceRemovesTheWire() {
        try (Bench bench = Bench.of(CHAIN)) {
            bench.hand.drag(bench.port("node-relu-1-in-0"), bench.onCanvas(600, 700));
            assertThat(wires(bench)).hasSize(4).doesNotContain("conv-2d-1>relu-1:0");
            assertThat(bench.undoLabel()).isEqualTo("Remove wire");
        }
    }

    @Test
    void wirePulledIntoEmptySpaceSearchesAndConnects() {
        try (Bench bench = Bench.of(Bench.chain(Bench.layer("input")))) {
            bench.hand.drag(bench.port("node-input-1-out"), bench.onCanvas(800, 500));
            assertThat(bench.hand.shows("#search")).isTrue();
            bench.hand.type("conv 2").screenshot("canvas-search");
            bench.hand.key(KeyCode.ENTER);
            assertThat(wires(bench)).containsExactly("input-1>conv-2d-1:0");
        }
    }

    @Test
    void escapeAbortsAGesture() {
        try (Bench bench = Bench.of(CHAIN)) {
            Point2D before = bench.hand.centre("#node-relu-1");
            bench.hand.move(before).press().glide(before.add(90, 90)).key(KeyCode.ESCAPE);
            assertThat(bench.hand.centre("#node-relu-1")).isEqualTo(before);
            bench.hand.release();
            assertThat(bench.undoLabel()).isEmpty();
        }
    }

    @Test
    void keyboardAloneAddsConnectsRenamesAndWalks() {
        try (Bench bench = Bench.empty()) {
            FxDriver.run(bench.canvas::requestFocus);
            bench.hand.key(KeyCode.SPACE).type("input").key(KeyCode.ENTER);
            bench.hand.key(KeyCode.SPACE).type("relu").key(KeyCode.ENTER);
            bench.hand.key(KeyCode.A, KeyCode.CONTROL).key(KeyCode.C);
            assertThat(wires(bench)).containsExactly("input-1>relu-1:0");
            bench.hand.key(KeyCode.TAB);
            bench.hand.key(KeyCode.F2).type("Bend").key(KeyCode.ENTER);
            assertThat(bench.graph().node(new NodeId("relu-1")).orElseThrow().title()).isEqualTo("Bend");
            bench.hand.key(KeyCode.LEFT, KeyCode.CONTROL);
            assertThat(bench.selected()).containsExactly("input-1");
            assertThat(bench.hand.find("#node-relu-1").getAccessibleText())
                    .isEqualTo("Bend, gives 1×28×28, fed by Input");
        }
    }

    @Test
    void altClickRemovesAWire() {
        try (Bench bench = Bench.of(CHAIN)) {
            bench.hand.hold(KeyCode.ALT).click("#wire-relu-1-flatten-1-0").letGo();
            assertThat(bench.graph().wires()).doesNotContain(new Wire("relu-1", "flatten-1"));
        }
    }

    @Test
    void autoLayoutIsOneUndoStepAndNothingOverlaps() {
        try (Bench bench = Bench.of(CHAIN)) {
            Point2D relu = bench.hand.centre("#node-relu-1");
            bench.hand.drag(relu, bench.hand.centre("#node-conv-2d-1")).key(KeyCode.L);
            assertThat(bench.undoLabel()).isEqualTo("Auto layout");
            assertThat(bench.overlaps()).isZero();
        }
    }

    @Test
    void layerThatStandsAloneGoesIntoTheWireItIsDroppedOn() {
        try (Bench bench = Bench.of(CHAIN.apply(new Edit.Put(new Node("dropout-1", Bench.layer("dropout")))))) {
            bench.hand.drag(bench.hand.centre("#node-dropout-1"), bench.hand.centre("#wire-flatten-1-dense-1-0"));
            assertThat(wires(bench)).contains("flatten-1>dropout-1:0", "dropout-1>dense-1:0")
                    .doesNotContain("flatten-1>dense-1:0");
            assertThat(bench.undoLabel()).isEqualTo("Insert Dropout");
            assertThat(bench.overlaps()).isZero();
            bench.hand.key(KeyCode.Z, KeyCode.CONTROL);
            assertThat(wires(bench)).hasSize(5).contains("flatten-1>dense-1:0");
        }
    }

    @Test
    void boxInHandLinesUpWithTheMiddleOfOthers() {
        try (Bench bench = Bench.of(CHAIN)) {
            Point2D before = bench.hand.centre("#node-relu-1");
            bench.hand.move(before).press().glide(before.add(12, 60)).move(before.add(12, 3));
            assertThat(bench.hand.shows("#guide-y")).isTrue();
            bench.hand.release();
            assertThat(bench.hand.centre("#node-relu-1").getY()).isEqualTo(before.getY());
            assertThat(bench.hand.all("#guide-y")).isEmpty();
        }
    }

    @Test
    void layerSearchedForWhileAWireIsSelectedGoesIntoIt() {
        try (Bench bench = Bench.of(CHAIN)) {
            bench.hand.click("#node-relu-1").key(KeyCode.W).key(KeyCode.SPACE).type("dropout").key(KeyCode.ENTER);
            assertThat(wires(bench)).contains("conv-2d-1>dropout-1:0", "dropout-1>relu-1:0");
            bench.hand.key(KeyCode.W).key(KeyCode.DELETE);
            assertThat(bench.undoLabel()).isEqualTo("Remove wire");
        }
    }

    @Test
    void rightClickSelectsWhatItsMenuIsAbout() {
        try (Bench bench = Bench.of(CHAIN)) {
            bench.hand.move(bench.hand.centre("#node-relu-1")).press(MouseButton.SECONDARY).release();
            assertThat(bench.selected()).containsExactly("relu-1");
            assertThat(FxDriver.call(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                    .flatMap(w -> ((ContextMenu) w).getItems().stream()).map(MenuItem::getId).toList()))
                    .contains("menu-parameters", "menu-rename", "menu-delete", "menu-copy");
        }
    }

    /// A click on the mini-map brings that place into the middle, and the view follows a drag.
    @Test
    void miniMapBringsIntoSightWhatIsPointedAt() {
        try (Bench bench = Bench.of(Scenes.large(12).graph())) {
            bench.hand.click(bench.onCanvas(5, 5)).key(KeyCode.L).pulses(2).key(KeyCode.DIGIT1).pulses(2);
            assertThat(bench.hand.shows("#mini-map")).isTrue();
            Bounds map = FxDriver.call(() -> bench.hand.find("#mini-map").localToScene(
                    bench.hand.find("#mini-map").getLayoutBounds()));
            bench.hand.click(new Point2D(map.getMinX() + 12, map.getMinY() + 12));
            assertThat(inSight(bench, "input-0")).isTrue();
            bench.hand.press().glide(new Point2D(map.getMaxX() - 12, map.getMaxY() - 12)).release();
            assertThat(inSight(bench, "input-0")).isFalse();
        }
    }

    private static boolean inSight(Bench bench, String node) {
        return FxDriver.call(() -> {
            javafx.scene.Node view = bench.hand.find("#node-" + node);
            return bench.canvas.localToScene(bench.canvas.getLayoutBounds())
                    .contains(view.localToScene(view.getLayoutBounds()));
        });
    }

    @Test
    void emptyCanvasZoomsToo() {
        try (Bench bench = Bench.empty()) {
            bench.hand.click(bench.onCanvas(300, 300)).key(KeyCode.MINUS);
            assertThat(bench.zoom()).isEqualTo(0.8, within(1e-9));
            bench.hand.key(KeyCode.PLUS);
            assertThat(bench.zoom()).isEqualTo(1, within(1e-9));
        }
    }
}
