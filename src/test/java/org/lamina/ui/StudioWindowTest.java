package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.Document;
import org.lamina.data.DataSource;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.project.Layout;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.project.ProjectException;
import org.lamina.project.ProjectFile;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Layer;
import org.lamina.spec.Params;
import org.lamina.template.Template;
import org.lamina.ui.dialogs.Questions.Unsaved;
import org.lamina.ui.theme.Theme;

class StudioWindowTest {

    @TempDir
    Path folder;
    Bench bench;

    @BeforeEach
    void open() throws IOException, ProjectException {
        Path samples = Files.createDirectory(folder.resolve("samples"));
        ProjectFile.save(project(), samples.resolve("digits-cnn.lamina"));
        bench = new Bench(folder, samples);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static Project project() {
        Graph graph = Graph.of(
                List.of(node("in", "input"), node("conv", "conv-2d"), node("relu", "relu"), node("pool", "max-pool-2d"),
                        node("flat", "flatten"), new Node("dense", Params.with(layer("dense"), "units", 10)),
                        node("out", "output")),
                List.of(new Wire("in", "conv"), new Wire("conv", "relu"), new Wire("relu", "pool"),
                        new Wire("pool", "flat"), new Wire("flat", "dense"), new Wire("dense", "out")));
        return new Project("Reads handwritten digits with one convolution.", graph, Layout.EMPTY,
                Params.with(Catalogue.of(DataSource.class).get("digits"), "samples", 300), new Plan());
    }

    private static Node node(String id, String layer) {
        return new Node(id, layer(layer));
    }

    private static Layer layer(String id) {
        return Catalogue.layers().get(id);
    }

    private Document document() {
        return Objects.requireNonNull(bench.studio.workspace()).document();
    }

    private void openSample() {
        bench.driver.click("#sample-digits-cnn");
        bench.settle();
    }

    private void type(String selector, String text) {
        bench.driver.click(selector).key(KeyCode.A, KeyCode.CONTROL).type(text);
    }

    private void select(String node) {
        FxDriver.run(() -> Objects.requireNonNull(bench.studio.workspace()).selection().set(new NodeId(node)));
        bench.settle();
    }

    @Test
    void startPageShowsSamplesInBothThemesAndRemembersTheTheme() {
        bench.driver.screenshot("start-light");
        bench.driver.click("#button-theme");
        bench.driver.screenshot("start-dark");
        bench.settle();
        assertThat(bench.themes.theme()).isEqualTo(Theme.DARK);
        assertThat(folder.resolve("settings.json")).content().contains("\"theme\" : \"dark\"");
    }

    /// Fields are shown and their texts set, yet nothing blinks, and nothing calls for a frame.
    @Test
    void windowRestsWhereNothingHappens() {
        openSample();
        assertThat(FxDriver.call(() -> bench.driver.stage().getScene().getFocusOwner().getId())).isEqualTo("canvas");
        select("conv");
        FxDriver.run(() -> document().edit("Longer", p -> p.with(Params.with(p.plan(), "epochs", 77))));
        bench.settle();
        bench.rest("canvas and inspector");
    }

    @Test
    void templatesAreFoundByWordsAndKindAndOpenLaidOut() {
        gallery();
        bench.driver.screenshot("templates-light");
        FxDriver.run(() -> bench.themes.themeProperty().set(Theme.DARK));
        bench.driver.screenshot("templates-dark");
        int all = bench.driver.all(".template").size();
        assertThat(all).isEqualTo(Template.all().entries().size());
        bench.driver.click("#template-kind-text");
        assertThat(bench.driver.all(".template")).hasSize(2);
        bench.driver.click("#template-kind-all").click("#template-search").type("he 2015 bottleneck no such");
        assertThat(bench.driver.all(".template")).isEmpty();
        assertThat(bench.driver.shows("#template-none")).isTrue();
        type("#template-search", "inverted");
        bench.driver.key(KeyCode.ENTER);
        bench.settle();
        assertThat(document().project().graph()).isEqualTo(Template.all().get("mobilenet-v2").project().graph());
        assertThat(bench.driver.shows("#template-gallery")).isFalse();
        assertThat(document().project().layout().places()).hasSameSizeAs(document().project().graph().nodes());
        bench.driver.screenshot("template-open");
    }

    @Test
    void templateOpensInItsPublishedSize() {
        gallery();
        bench.driver.click("#template-search").type("vgg").key(KeyCode.DOWN).key(KeyCode.TAB)
                .key(KeyCode.ENTER);
        bench.settle();
        assertThat(document().inference().total().parameters()).isEqualTo(138_357_544);
        assertThat(document().project().notes()).startsWith("VGG-16");
    }

    private void gallery() {
        bench.driver.click("#start-template");
        for (int i = 0; i < 500 && bench.driver.all(".template").size() < Template.all().entries().size(); i++)
            bench.settle();
    }

    @Test
    void sampleOpensAsACopyWithoutAFile() {
        openSample();
        bench.driver.screenshot("window-light");
        FxDriver.run(() -> bench.themes.themeProperty().set(Theme.DARK));
        bench.driver.screenshot("window-dark");
        assertThat(document().fileProperty().get()).isNull();
        assertThat(document().project().graph()).isEqualTo(project().graph());
        assertThat(bench.driver.stage().getTitle()).isEqualTo("Digits CNN – Lamina");
    }

    @Test
    void refusedValueStaysUnderItsFieldAndEscapeTakesItBack() {
        openSample();
        select("conv");
        type("#param-filters .text-field", "0");
        bench.driver.key(KeyCode.ENTER);
        bench.driver.screenshot("inspector-error");
        assertThat(text("#param-filters .text-field")).isEqualTo("0");
        assertThat(document().dirtyProperty().get()).isFalse();
        bench.driver.key(KeyCode.ESCAPE);
        assertThat(text("#param-filters .text-field")).isNotEqualTo("0");
    }

    @Test
    void enterMakesOneLabelledStep() {
        openSample();
        select("conv");
        type("#param-filters .text-field", "24");
        bench.driver.key(KeyCode.ENTER);
        assertThat(document().undoLabelProperty().get()).isEqualTo("Set filters to 24");
        assertThat(Params.get(document().project().graph().node(new NodeId("conv")).orElseThrow().layer(), "filters"))
                .isEqualTo(24);
        bench.driver.click("#button-undo");
        assertThat(document().project().graph()).isEqualTo(project().graph());
    }

    private String text(String selector) {
        return FxDriver.call(((TextField) bench.driver.find(selector))::getText);
    }

    @Test
    void closingWithUnsavedWorkAsksAndSavesFirst() {
        openSample();
        select("dense");
        type("#param-units .text-field", "12");
        bench.driver.key(KeyCode.ENTER).key(KeyCode.W, KeyCode.CONTROL);
        assertThat(bench.asked).isEqualTo(1);
        assertThat(bench.driver.shows("#workspace")).isTrue();
        bench.unsaved = Unsaved.SAVE;
        bench.save = folder.resolve("mine");
        bench.driver.key(KeyCode.W, KeyCode.CONTROL);
        bench.settle();
        assertThat(bench.driver.shows("#start-page")).isTrue();
        assertThat(folder.resolve("mine.lamina")).content().contains("12");
        assertThat(bench.studio.recent().files()).containsExactly(folder.resolve("mine.lamina"));
    }

    @Test
    void startPageThatGivesWayIsForgotten() {
        WeakReference<Object> page = new WeakReference<>(bench.driver.find("#start-page"));
        openSample();
        bench.await("the start page is collected", () -> {
            System.gc();
            return page.refersTo(null);
        });
    }

    @Test
    void pageIsMadeBehindTheOneThatIsSeenAndTheWindowTakesNoOrdersMeanwhile() {
        FxDriver.run(() -> {
            bench.studio.create();
            Object opened = bench.studio.workspace();
            bench.driver.key(KeyCode.N, KeyCode.CONTROL);
            assertThat(bench.studio.workspace()).isSameAs(opened);
            assertThat(bench.driver.shows("#start-page")).isTrue();
            assertThat(bench.driver.shows("#canvas")).isFalse();
        });
        assertThat(bench.driver.shows("#canvas")).isTrue();
        assertThat(bench.driver.all("#start-page")).isEmpty();
        Object opened = bench.studio.workspace();
        bench.driver.key(KeyCode.N, KeyCode.CONTROL);
        assertThat(bench.studio.workspace()).isNotSameAs(opened);
    }

    @Test
    void ofTwoProjectsOpenedAtOnceTheLastIsShown() {
        FxDriver.run(() -> {
            bench.studio.show(folder.resolve("first.lamina"), Template.all().get("gpt").project());
            bench.studio.show(folder.resolve("second.lamina"), project());
        });
        assertThat(bench.driver.shows("#node-conv")).isTrue();
        assertThat(bench.driver.all("#workspace")).hasSize(1);
        assertThat(FxDriver.call(() -> bench.driver.stage().getTitle())).startsWith("second");
    }

    @Test
    void brokenFileIsRefusedAndTheOpenProjectStays() {
        openSample();
        bench.open = bench.write("broken.lamina", "{ \"lamina\"");
        bench.driver.key(KeyCode.O, KeyCode.CONTROL);
        bench.settle();
        bench.driver.screenshot("message");
        assertThat(bench.studio.notices().waiting()).singleElement()
                .satisfies(n -> assertThat(n.text()).contains("broken.lamina"));
        assertThat(bench.driver.shows("#workspace")).isTrue();
    }

    @Test
    void dataPanelShowsClassesAndSplit() {
        openSample();
        bench.driver.key(KeyCode.DIGIT4, KeyCode.CONTROL);
        bench.settle();
        bench.driver.screenshot("data-panel");
        assertThat(bench.driver.shows("#data-summary")).isTrue();
    }

    @Test
    void problemsAreListedWithTheirFixes() {
        openSample();
        select("dense");
        type("#param-units .text-field", "12");
        bench.driver.key(KeyCode.ENTER).click("#problem-count");
        bench.driver.screenshot("problems");
        bench.driver.click("#problems .button");
        assertThat(document().inference().problems()).isEmpty();
    }

    @Test
    void keyboardOverviewAndCommandPalette() {
        openSample();
        bench.driver.key(KeyCode.F1);
        bench.driver.screenshot("keyboard");
        bench.driver.key(KeyCode.ESCAPE);
        assertThat(bench.driver.shows("#keyboard-overview")).isFalse();
        bench.driver.key(KeyCode.K, KeyCode.CONTROL).type("dark");
        bench.driver.screenshot("command-palette");
        bench.driver.key(KeyCode.ENTER);
        assertThat(bench.themes.theme()).isEqualTo(Theme.DARK);
    }
}
