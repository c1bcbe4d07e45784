package org.lamina.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.spec.Layer;

/// Pictures of the canvas in `target/screenshots`, to be looked at; what can be counted on them is checked.
class ScreenshotTest {

    static Graph residual() {
        return Bench.chain(Bench.layer("input"), Bench.layer("conv-2d", Map.of("filters", 16)), Bench.layer("relu"),
                Bench.layer("conv-2d", Map.of("filters", 16, "kernel", 5, "padding", 2)), Bench.layer("add"),
                Bench.layer("max-pool-2d"), Bench.layer("flatten"), Bench.layer("dense"), Bench.layer("output"))
                .apply(new Edit.Connect(new Wire("relu-1", "add-1", 1)));
    }

    /// Blocks of convolutions with a shortcut around each.
    static Graph large(int blocks) {
        Graph graph = Bench.chain(Bench.layer("input"), Bench.layer("conv-2d"));
        NodeId last = new NodeId("conv-2d-1");
        for (int i = 0; i < blocks; i++) {
            NodeId start = last;
            for (String kind : List.of("relu", "conv-2d", "dropout", "add")) {
                NodeId id = graph.freshId(kind);
                graph = graph.apply(List.of(new Edit.Put(new Node(id, "", Bench.layer(kind))),
                        new Edit.Connect(new Wire(last, id, 0))));
                last = id;
            }
            graph = graph.apply(new Edit.Connect(new Wire(start, last, 1)));
        }
        List<Edit> end = new ArrayList<>();
        for (String kind : List.of("flatten", "dense", "output")) {
            NodeId id = graph.freshId(kind);
            end.add(new Edit.Put(new Node(id, "", Bench.layer(kind))));
            end.add(new Edit.Connect(new Wire(last, id, 0)));
            last = id;
        }
        return graph.apply(end);
    }

    private static Graph wrong() {
        Layer wide = Bench.layer("conv-2d", Map.of("filters", 8, "kernel", 31, "padding", 0));
        return Bench.chain(Bench.layer("input"), wide, Bench.layer("dense"), Bench.layer("softmax"),
                Bench.layer("output")).apply(new Edit.Put(new Node("add-1", Bench.layer("add"))));
    }

    @Test
    void empty() {
        try (Bench bench = Bench.empty()) {
            bench.hand.screenshot("canvas-empty");
            assertThat(bench.hand.shows("#empty-canvas")).isTrue();
        }
    }

    @Test
    void lightAndDarkAndDragging() {
        try (Bench bench = Bench.of(residual())) {
            bench.hand.click("#node-add-1").screenshot("canvas-light");
            Point2D loose = bench.hand.centre("#node-max-pool-2d-1");
            bench.hand.move(bench.port("node-input-1-out")).press().glide(loose).screenshot("canvas-wiring");
            bench.hand.release();
        }
        try (Bench bench = Bench.dark(residual())) {
            bench.hand.screenshot("canvas-dark");
            bench.hand.move(bench.hand.reveal("#palette-dropout")).press()
                    .glide(bench.hand.centre("#wire-flatten-1-dense-1-0")).screenshot("canvas-carrying");
            bench.hand.release();
        }
    }

    @Test
    void problems() {
        try (Bench bench = Bench.of(wrong())) {
            bench.hand.click("#problems-conv-2d-1").screenshot("canvas-errors");
            assertThat(bench.hand.all(".node-badge").stream().filter(javafx.scene.Node::isVisible)).isNotEmpty();
        }
    }

    @Test
    void sixtyNodes() {
        try (Bench bench = Bench.of(large(14))) {
            bench.hand.click(bench.onCanvas(5, 5)).key(javafx.scene.input.KeyCode.L).screenshot("canvas-60");
            assertThat(bench.overlaps()).isZero();
            bench.hand.move(bench.onCanvas(500, 400)).scroll(900).pulses(20).screenshot("canvas-60-near");
        }
    }
}
