package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamina.graph.Blocks;
import org.lamina.graph.Definition;
import org.lamina.graph.Edit;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Use;
import org.lamina.graph.Wire;
import org.lamina.project.Point;
import org.lamina.project.Project;
import org.lamina.spec.Param;
import org.lamina.spec.Params;
import org.lamina.tensor.Shape;

class BlockEditorTest {

    private static final NodeId BLOCK = new NodeId("block-1");
    private static final NodeId RELU = new NodeId("relu");

    private final Document document = new Document(Scenes.project());
    private final NetworkEditor editor = new NetworkEditor(document);
    private final BlockEditor blocks = editor.blocks();

    private static List<NodeId> ids(String names) {
        return List.of(names.split(" ", -1)).stream().map(NodeId::new).toList();
    }

    private NodeId make(String names) {
        editor.selection().set(ids(names));
        return blocks.make().orElseThrow(() -> new AssertionError(editor.noticeProperty().get()));
    }

    private Param param(NodeId node, String name) {
        return Objects.requireNonNull(Params.findIn(editor.graph().node(node).orElseThrow().layer(), name));
    }

    @Test
    void aBlockTakesThePlaceOfItsLayers() {
        Inference before = document.inference();
        assertThat(make("conv relu pool")).isEqualTo(BLOCK);
        assertThat(document.project().graph().wires()).contains(new Wire("input", "block-1"),
                new Wire("block-1", "flatten"));
        assertThat(document.inference().total().parameters()).isEqualTo(before.total().parameters());
        assertThat(document.inference().shape(BLOCK)).isEqualTo(before.shape(Scenes.POOL));
        assertThat(document.inference().problems()).isEqualTo(before.problems());
        assertThat(editor.selection().nodes()).containsExactly(BLOCK);
        assertThat(document.undoLabelProperty().get()).isEqualTo("Make block");
    }

    @Test
    void ungroupingPutsEverythingBackWhereItStood() {
        Project before = document.project();
        make("conv relu pool");
        blocks.ungroup();
        assertThat(document.project().graph().wires()).isEqualTo(before.graph().wires());
        assertThat(document.project().layout()).isEqualTo(before.layout());
        assertThat(editor.selection().nodes()).containsExactlyInAnyOrderElementsOf(ids("conv relu pool"));
    }

    @Test
    void aRepeatedBlockIsUngroupedIntoAllItsRepetitions() {
        make("relu");
        editor.selection().set(BLOCK);
        Form.layers(editor.drawing(), List.of(BLOCK)).commit(param(BLOCK, "repeat"), 3);
        long relus = document.project().graph().expanded().nodes().stream()
                .filter(n -> n.layer().card().id().equals("relu")).count();
        blocks.ungroup();
        assertThat(relus).isEqualTo(3);
        assertThat(document.project().graph().nodes()).hasSize(9);
        assertThat(document.inference().problems()).isEmpty();
        assertThat(document.project().graph().outgoing(Scenes.CONV)).containsExactly(new Wire("conv", "relu"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            input conv | Input is an end of the network and stays outside of blocks: select only what lies between the ends
            conv pool | ReLU lies between the selected layers: select it too, or fewer of them
            '' | A block is made of selected layers: select some first
            """)
    void whatCanBeNoBlockIsRefused(String chosen, String message) {
        Project before = document.project();
        editor.selection().set(chosen.isEmpty() ? List.of() : ids(chosen));
        assertThat(blocks.make()).isEmpty();
        assertThat(editor.noticeProperty().get()).isEqualTo(message);
        assertThat(document.project()).isSameAs(before);
    }

    @Test
    void twoAnswersAreRefused() {
        document.edit("Branch", p -> p.with(p.graph().apply(List.of(
                new Edit.Put(Blocks.node("other", "global-average-pool", Map.of())),
                new Edit.Connect(new Wire("conv", "other"))))));
        editor.selection().set(ids("conv relu"));
        assertThat(blocks.make()).isEmpty();
        assertThat(editor.noticeProperty().get()).startsWith("A block gives one answer, but ");
    }

    @Test
    void theInsideIsDrawnAndEditedLikeANetwork() {
        make("conv relu pool");
        blocks.open(BLOCK);
        assertThat(editor.graph().nodes()).extracting(n -> n.id().value()).containsExactly("conv", "relu", "pool",
                "block-input-1", "block-output-1");
        editor.selection().set(Scenes.CONV);
        NodeId added = editor.append(Blocks.node("x", "batch-norm", Map.of()).layer(), new Point(0, 0));
        editor.drawing().edit("Wire", p -> p.with(p.graph().apply(new Edit.Connect(new Wire(added, RELU, 0)))));
        assertThat(document.project().graph().expanded().wires())
                .contains(new Wire("block-1/conv", "block-1/batch-norm-1"));
        assertThat(editor.drawing().inference().shape(added)).hasValue(Shape.image(16, 28, 28));
        editor.nudge(8, 0);
        assertThat(document.undoLabelProperty().get()).isEqualTo("Move Batch norm");
        document.undo();
        document.undo();
        document.undo();
        assertThat(editor.drawing().isInside()).isTrue();
        document.undo();
        assertThat(editor.drawing().isInside()).isFalse();
        assertThat(document.project().graph()).isEqualTo(Scenes.project().graph());
    }

    @Test
    void movingInsideABlockLeavesTheNetworkAsItIs() {
        make("conv relu pool");
        blocks.open(BLOCK);
        var before = document.project().graph();
        editor.selection().set(RELU);
        editor.nudge(8, 0);
        assertThat(document.project().graph()).isSameAs(before);
    }

    @Test
    void anExposedParameterIsSetForEachUse() {
        make("conv relu");
        editor.duplicate();
        NodeId twin = new NodeId("block-2");
        blocks.open(BLOCK);
        blocks.expose(Scenes.CONV, param(Scenes.CONV, "filters"));
        blocks.leave();
        assertThat(editor.selection().nodes()).containsExactly(BLOCK);
        assertThat(Form.layers(editor.drawing(), List.of(twin)).params()).extracting(Param::title)
                .containsExactly("Repeat", "Filters");
        Form.layers(editor.drawing(), List.of(BLOCK)).commit(param(BLOCK, "Filters"), 24);
        assertThat(document.inference().shape(BLOCK)).hasValue(Shape.image(24, 28, 28));
        assertThat(Params.get(editor.graph().node(twin).orElseThrow().layer(), "Filters")).isEqualTo(16);
        assertThat(NodeText.summary(editor.graph().node(BLOCK).orElseThrow().layer())).isEqualTo("24 filters");
    }

    @Test
    void parametersOfOneNameAreSetTogether() {
        document.edit("Second", p -> p.with(p.graph().apply(List.of(
                new Edit.Put(Blocks.node("second", "conv-2d", Map.of("filters", 16, "padding", 1))),
                new Edit.Connect(new Wire("conv", "second")), new Edit.Connect(new Wire("second", "relu"))))));
        make("conv second");
        blocks.open(BLOCK);
        blocks.expose(Scenes.CONV, param(Scenes.CONV, "filters"));
        blocks.expose(new NodeId("second"), param(new NodeId("second"), "filters"));
        assertThat(names()).containsExactly("Filters", "Filters 2");
        blocks.renameExposed("Filters 2", "Filters");
        assertThat(names()).containsExactly("Filters");
        blocks.leave();
        Form.layers(editor.drawing(), List.of(BLOCK)).commit(param(BLOCK, "Filters"), 6);
        assertThat(document.project().graph().expanded().nodes()).filteredOn(n -> n.label().endsWith("Conv 2D"))
                .extracting(n -> Params.get(n.layer(), "filters")).containsExactly(6, 6);
        blocks.open(BLOCK);
        blocks.unexpose(Scenes.CONV, param(Scenes.CONV, "filters"));
        blocks.unexpose(new NodeId("second"), param(new NodeId("second"), "filters"));
        assertThat(names()).isEmpty();
    }

    private List<String> names() {
        return blocks.opened().orElseThrow().exposed().stream().map(e -> e.name()).toList();
    }

    @Test
    void aNameIsTheSameForAllUsesAndNoOthers() {
        make("conv");
        make("relu");
        blocks.rename(BLOCK, "Stem");
        assertThat(document.project().layout().blocks()).containsOnlyKeys("Stem", "Block 2");
        blocks.rename(new NodeId("block-2"), "Stem");
        assertThat(editor.noticeProperty().get()).isEqualTo("There is a block Stem already: choose another name");
        assertThat(blocks.definitions()).containsOnlyKeys("Stem", "Block 2");
        assertThat(editor.label(BLOCK)).isEqualTo("Stem");
    }

    @Test
    void aUniqueBlockIsChangedAlone() {
        make("conv relu");
        editor.duplicate();
        NodeId twin = new NodeId("block-2");
        blocks.detach(twin);
        assertThat(editor.label(twin)).isEqualTo("Block 2");
        blocks.open(twin);
        editor.selection().set(RELU);
        editor.delete();
        assertThat(document.project().graph().expanded().contains(new NodeId("block-1/relu"))).isTrue();
        assertThat(document.project().graph().expanded().contains(new NodeId("block-2/relu"))).isFalse();
    }

    @Test
    void aCopyTakesItsBlocksToAnotherProject() {
        make("conv relu");
        String text = editor.copied().orElseThrow();
        NetworkEditor other = new NetworkEditor(new Document(Scenes.project()));
        other.paste(text, new Point(0, 0));
        other.paste(text, new Point(0, 200));
        assertThat(other.blocks().definitions()).containsOnlyKeys("Block 1");
        other.blocks().open(BLOCK);
        other.selection().set(RELU);
        other.delete();
        other.blocks().leave();
        other.paste(text, new Point(0, 400));
        assertThat(other.blocks().definitions()).containsOnlyKeys("Block 1", "Block 2");
    }

    @Test
    void aBlockCannotBePutIntoItself() {
        make("conv relu");
        String text = editor.copied().orElseThrow();
        blocks.open(BLOCK);
        Project before = document.project();
        editor.paste(text, new Point(0, 0));
        assertThat(editor.noticeProperty().get()).contains("cannot hold itself");
        assertThat(document.project()).isSameAs(before);
    }

    @Test
    void aProblemDeepInsideIsFoundByItsWay() {
        make("conv relu pool");
        blocks.open(BLOCK);
        editor.selection().set(ids("conv relu"));
        NodeId inner = blocks.make().orElseThrow();
        blocks.go(List.of());
        assertThat(blocks.reveal(new NodeId("block-1/" + inner + "/relu"))).isEqualTo(RELU);
        assertThat(editor.drawing().way()).containsExactly(BLOCK, inner);
        assertThat(blocks.reveal(Scenes.DENSE)).isEqualTo(Scenes.DENSE);
        assertThat(editor.drawing().isInside()).isFalse();
    }

    /// Blocks made, opened, named and repeated in any order can all be undone and done again.
    @Test
    void everythingCanBeUndoneAndDoneAgain() {
        List<Project> states = new ArrayList<>(List.of(document.project()));
        document.committedProperty().addListener((_, _, now) -> states.add(now));
        make("conv relu");
        blocks.rename(BLOCK, "Stem");
        blocks.open(BLOCK);
        blocks.expose(Scenes.CONV, param(Scenes.CONV, "filters"));
        editor.rename(RELU, "Bend");
        blocks.leave();
        Form.layers(editor.drawing(), List.of(BLOCK)).commit(param(BLOCK, "repeat"), 3);
        editor.duplicate();
        blocks.detach(new NodeId("block-2"));
        blocks.ungroup();
        int steps = states.size() - 1;
        List<Project> done = List.copyOf(states);
        for (int i = steps - 1; i >= 0; i--) {
            document.undo();
            assertThat(document.project()).isSameAs(done.get(i));
        }
        for (int i = 1; i <= steps; i++) {
            document.redo();
            assertThat(document.project()).isSameAs(done.get(i));
        }
        assertThat(steps).isEqualTo(8);
    }

    @Test
    void aDefinitionAppliedToAnotherProjectKeepsItsUse() {
        Definition block = Blocks.convRelu();
        NodeId added = editor.add(new Use(block), new Point(0, 0));
        assertThat(editor.graph().node(added).map(Node::label)).hasValue("Conv and ReLU");
        assertThat(document.project().layout().inside("Conv and ReLU").places()).hasSize(4);
    }
}
