package org.lamina.ui.depth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import org.controlsfx.control.SegmentedButton;
import org.lamina.app.Drawing;
import org.lamina.app.Looking;
import org.lamina.app.Numbers;
import org.lamina.app.PastRuns;
import org.lamina.app.Samples;
import org.lamina.app.Selection;
import org.lamina.app.Wish;
import org.lamina.graph.NodeId;
import org.lamina.ui.LiveBar;
import org.lamina.ui.LivePanel;
import org.lamina.ui.take.Takeaway;
import org.lamina.ui.theme.Theme;

/// What each depth of the network knows, in one view at a time.
public final class DepthView extends BorderPane implements LivePanel, Takeaway {

    private final SegmentedButton choice = new SegmentedButton();
    private final LiveBar bar = new LiveBar();
    private DepthPart shown;

    /// @param open selects a layer of the network without blocks on the canvas
    public DepthView(Drawing drawing, Selection selection, Looking looking, Samples samples, PastRuns past,
            Consumer<NodeId> open, ObservableValue<Theme> theme, Executor background) {
        setId("depth");
        getStyleClass().add("live-panel");
        List<DepthPart> parts = List.of(new ProbesView(drawing, looking, samples, open),
                new SimilarityView(looking, samples, past),
                new EmbeddingView(drawing, selection, looking, samples, theme, background));
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
    public String subject() {
        return shown.subject();
    }

    @Override
    public Node pictured() {
        return shown.pictured();
    }

    @Override
    public Numbers numbers() {
        return shown.numbers();
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
