package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lamina.data.DataSource;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.project.Layout;
import org.lamina.project.Plan;
import org.lamina.project.Point;
import org.lamina.project.Project;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Layer;
import org.lamina.spec.Params;

class NetworkEditorTest {

    private static final Graph CHAIN = Graph.of(
            List.of(node("input"), node("conv-2d"), node("relu"), node("flatten"), node("dense")),
            List.of(new Wire("input", "conv-2d"), new Wire("conv-2d", "relu"), new Wire("relu", "flatten"),
                    new Wire("flatten", "dense")));

    private static Node node(String id) {
        return new Node(id, layer(id));
    }

    private static Layer layer(String id) {
        return Catalogue.layers().get(id);
    }

    private static NetworkEditor editor(Graph graph) {
        DataSource data = Catalogue.of(DataSource.class).entries().getFirst();
        return new NetworkEditor(new Document(new Project("", graph, Layout.EMPTY, data, new Plan())));
    }

    private static NodeId id(String id) {
        return new NodeId(id);
    }

    private static Point place(Map<NodeId, Point> places, NodeId id) {
        return Objects.requireNonNull(places.get(id), id::value);
    }

    @Test
    void everyNodeHasAPlaceOfItsOwnFromTheStart() {
        Map<NodeId, Point> places = editor(CHAIN).document().project().layout().places();
        assertThat(places).hasSize(5);
        assertThat(places.values()).doesNotHaveDuplicates();
        assertThat(place(places, id("relu")).x()).isGreaterThan(place(places, id("conv-2d")).x());
    }

    @Test
    void insertedLayerPushesWhatIsBehindItToTheRight() {
        NetworkEditor editor = editor(CHAIN);
        Point before = place(editor.document().project().layout().places(), id("dense"));
        NodeId dropout = editor.insert(layer("dropout"), new Wire("flatten", "dense"));
        Map<NodeId, Point> places = editor.document().project().layout().places();
        assertThat(place(places, id("dense")).x()).isEqualTo(before.x() + NodeBox.WIDTH + NodeBox.GAP_X);
        assertThat(place(places, dropout)).isEqualTo(before);
    }

    @Test
    void severalRemovedLayersLeaveOneWire() {
        NetworkEditor editor = editor(CHAIN);
        editor.selection().set(List.of(id("conv-2d"), id("relu")));
        editor.delete();
        assertThat(editor.graph().wires())
                .containsExactlyInAnyOrder(new Wire("flatten", "dense"), new Wire("input", "flatten"));
        assertThat(editor.document().undoLabelProperty().get()).isEqualTo("Delete 2 layers");
        assertThat(editor.selection().nodes()).isEmpty();
    }

    @Test
    void addedLayerIsWiredToTheSelectedOneWhereItFits() {
        NetworkEditor editor = editor(CHAIN);
        editor.selection().set(id("dense"));
        NodeId relu = editor.append(layer("relu"), new Point(0, 900));
        assertThat(editor.graph().incoming(relu, 0)).contains(new Wire(id("dense"), relu, 0));
        NodeId conv = editor.append(layer("conv-2d"), new Point(0, 900));
        assertThat(editor.graph().incoming(conv)).isEmpty();
    }

    @Test
    void pastedLayersAreEqualUnderFreshIds() {
        NetworkEditor from = editor(CHAIN);
        from.selectAll();
        NetworkEditor to = editor(Graph.EMPTY.apply(new Edit.Put(node("input"))));
        to.paste(from.copied().orElseThrow(), new Point(0, 400));
        assertThat(to.graph().nodes()).hasSize(6);
        assertThat(to.graph().wires()).hasSize(4);
        assertThat(to.graph().node(id("conv-2d-1")).map(Node::layer)).contains(layer("conv-2d"));
        assertThat(to.selection().nodes()).hasSize(5);
    }

    @Test
    void whatCannotBeDoneIsSaidAndChangesNothing() {
        NetworkEditor editor = editor(CHAIN);
        Project before = editor.document().project();
        editor.connect(new Wire("relu", "conv-2d"));
        assertThat(editor.noticeProperty().get()).contains("would close a cycle");
        editor.paste("no project", new Point(0, 0));
        assertThat(editor.noticeProperty().get()).startsWith("The clipboard holds no layers");
        editor.selection().set(id("relu"));
        editor.connectSelected();
        assertThat(editor.noticeProperty().get()).contains("needs two selected layers, got 1");
        assertThat(editor.document().project()).isSameAs(before);
    }

    @Test
    void nodesSayTheirParametersInFewWords() {
        assertThat(NodeText.summary(Params.with(layer("conv-2d"), Map.of("filters", 16, "kernel", 5, "stride", 2))))
                .isEqualTo("16 filters · 5×5 · stride 2");
        assertThat(NodeText.summary(layer("max-pool-2d"))).isEqualTo("2×2");
        assertThat(NodeText.summary(layer("relu"))).isEmpty();
        assertThat(NodeText.count(9_248)).isEqualTo("9,248");
        assertThat(NodeText.count(1_605_696)).isEqualTo("1.61 M");
    }

    @Test
    void searchPrefersTheBeginningOfTheTitle() {
        assertThat(titles("pool").getFirst()).endsWith("pool 2D");
        assertThat(titles("cnn")).contains("Conv 2D");
        assertThat(titles("cv2d")).contains("Conv 2D");
        assertThat(titles("nothing like it")).isEmpty();
    }

    private static List<String> titles(String text) {
        return LayerSearch.find(Catalogue.layers().entries(), text).stream().map(l -> l.card().title()).toList();
    }
}
