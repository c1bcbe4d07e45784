package org.lamina.ui.depth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import org.controlsfx.control.SegmentedButton;
import org.lamina.app.Drawing;
import org.lamina.app.Looking;
import org.lamina.app.PastRuns;
import org.lamina.app.Samples;
import org.lamina.app.Wish;
import org.lamina.graph.NodeId;
import org.lamina.ui.LiveBar;
import org.lamina.ui.LivePanel;

/// What each depth of the network knows, in one view at a time.
public final class DepthView extends BorderPane implements LivePanel {

    private final SegmentedButton choice = new SegmentedButton();
    private final LiveBar bar = new LiveBar();
    private DepthPart shown;

    /// @param open selects a layer of the network without blocks on the canvas
    public DepthView(Drawing drawing, Looking looking, Samples samples, PastRuns past, Consumer<NodeId> open) {
        setId("depth");
        getStyleClass().add("live-panel");
        List<DepthPart> parts = List.of(new ProbesView(drawing, looking, samples, open),
                new SimilarityView(looking, samples, past));
        parts.forEach(part -> choice.getButtons().add(button(part)));
        shown = parts.getFirst();
        choice.getButtons().getFirst().setSelected(true);
        setTop(bar);
        show(shown);
    }

    private ToggleButton button(DepthPart part) {
        ToggleButton button = new ToggleButton(part.title());
        button.setId("depth-" + part.title().toLowerCase(Locale.ROOT).replace(' ', '-'));
        button.setOnAction(_ -> {
            button.setSelected(true); // one is always chosen
            show(part);
        });
        return button;
    }

    private void show(DepthPart part) {
        shown = part;
        List<Node> controls = new ArrayList<>(List.of(choice));
        controls.addAll(part.controls());
        bar.getChildren().setAll(controls);
        setCenter(part.node());
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Wish wish() {
        return shown.wish();
    }

    @Override
    public long refresh(long nanos) {
        return shown.refresh(nanos);
    }
}
