package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.BlockEditor;
import org.lamina.app.Document;
import org.lamina.app.Scenes;
import org.lamina.app.Workspace;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;
import org.lamina.project.Project;
import org.lamina.project.ProjectFile;
import org.lamina.tensor.Shape;
import org.lamina.ui.theme.Theme;

/// The way of a block, by mouse and keyboard: made, named, opened, changed inside, left by the breadcrumb, repeated,
/// saved to the palette and added from there; then everything is undone and done again.
class BlocksByMouseTest {

    @TempDir
    Path folder;

    private Workspace workspace(Bench bench) {
        return Objects.requireNonNull(FxDriver.call(bench.studio::workspace));
    }

    private Graph graph(Bench bench) {
        return FxDriver.call(() -> workspace(bench).document().project().graph());
    }

    private static void pictures(Bench bench, String name) {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            FxDriver.run(() -> bench.themes.themeProperty().set(theme));
            bench.driver.screenshot("blocks-" + name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void aBlockIsMadeOpenedChangedRepeatedAndKept() throws Exception {
        Path file = folder.resolve("digits.lamina");
        ProjectFile.save(Scenes.project(), file);
        try (Bench bench = new Bench(folder, Path.of("sample-projects"))) {
            FxDriver.run(() -> bench.studio.open(file));
            bench.settle();
            Document document = workspace(bench).document();
            List<Project> states = new ArrayList<>(List.of(FxDriver.call(document::project)));
            FxDriver.run(() -> document.committedProperty().addListener((_, _, now) -> states.add(now)));

            makeAndName(bench);
            openAndChange(bench);
            repeat(bench);
            keepAndAdd(bench);

            List<Project> done = List.copyOf(states);
            for (int i = done.size() - 2; i >= 0; i--) {
                bench.driver.key(KeyCode.Z, KeyCode.CONTROL);
                assertThat(FxDriver.call(document::project)).as("undone to %d", i).isSameAs(done.get(i));
            }
            assertThat(FxDriver.call(() -> document.undoLabelProperty().get())).isEmpty();
            for (int i = 1; i < done.size(); i++) {
                bench.driver.key(KeyCode.Y, KeyCode.CONTROL);
                assertThat(FxDriver.call(document::project)).as("redone to %d", i).isSameAs(done.get(i));
            }
        }
    }

    private void makeAndName(Bench bench) {
        bench.driver.click("#node-conv").hold(KeyCode.SHIFT).click("#node-relu").letGo();
        bench.driver.key(KeyCode.G, KeyCode.CONTROL);
        bench.driver.type("Stem").key(KeyCode.ENTER);
        bench.settle();
        assertThat(graph(bench).definitions()).containsOnlyKeys("Stem");
        assertThat(FxDriver.call(() -> workspace(bench).document().inference().isReady())).isTrue();
    }

    private void openAndChange(Bench bench) {
        BlockEditor blocks = workspace(bench).editor().blocks();
        bench.driver.pulses(3);
        bench.driver.doubleClick(title(bench, "#node-block-1"));
        bench.settle();
        assertThat(FxDriver.call(() -> blocks.opened().orElseThrow().name())).isEqualTo("Stem");
        assertThat(bench.driver.shows("#crumbs")).isTrue();
        bench.driver.click("#node-conv");
        bench.settle();
        bench.driver.click(bench.driver.reveal("#expose-filters"));
        assertThat(FxDriver.call(() -> blocks.opened().orElseThrow().exposed())).hasSize(1);
        bench.driver.click("#node-relu").key(KeyCode.D, KeyCode.CONTROL);
        pictures(bench, "open");
        bench.driver.key(KeyCode.DELETE);
        bench.settle();
        bench.driver.click("#crumb-0");
        bench.settle();
        assertThat(bench.driver.shows("#crumbs")).isFalse();
        assertThat(FxDriver.call(() -> workspace(bench).selection().nodes())).containsExactly(new NodeId("block-1"));
    }

    private void repeat(Bench bench) {
        bench.driver.click(bench.driver.reveal("#param-repeat .text-field"));
        bench.driver.key(KeyCode.A, KeyCode.CONTROL).type("3").key(KeyCode.ENTER);
        bench.settle();
        assertThat(FxDriver.call(() -> workspace(bench).document().inference().shape(new NodeId("block-1"))))
                .hasValue(Shape.image(16, 28, 28));
        assertThat(graph(bench).expanded().contains(new NodeId("block-1/3/conv"))).isTrue();
        pictures(bench, "repeated");
    }

    private void keepAndAdd(Bench bench) {
        bench.driver.click(bench.driver.reveal("#keep-block"));
        bench.settle();
        assertThat(folder.resolve("blocks").resolve("stem.lamina-block")).isNotEmptyFile();
        bench.driver.reveal("#palette-block-stem");
        pictures(bench, "palette");
        Point2D free = bench.driver.centre("#canvas").add(0, 120);
        bench.driver.drag(bench.driver.reveal("#palette-block-residual-block"), free);
        bench.settle();
        assertThat(graph(bench).definitions()).containsOnlyKeys("Stem", "Residual block");
        assertThat(FxDriver.call(() -> workspace(bench).document().project().layout().inside("Residual block")
                .places())).containsKey(new NodeId("conv-2"));
    }

    /// Away from the ports and from what a node may show in its middle.
    private static Point2D title(Bench bench, String node) {
        return FxDriver.call(() -> {
            var view = bench.driver.find(node);
            return view.localToScene(view.getLayoutBounds().getWidth() / 2, 14);
        });
    }
}
