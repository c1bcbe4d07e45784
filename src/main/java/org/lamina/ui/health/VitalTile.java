package org.lamina.ui.health;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Condition;
import org.lamina.app.Values;
import org.lamina.app.colour.Scale;
import org.lamina.graph.NodeId;
import org.lamina.study.Health.Movement;
import org.lamina.ui.maps.Pixels;

/// On a node: what its units give on average, how many of them are dead or saturated, and how far the weights move. Takes
/// no room, and has nothing in it, where there is nothing to say.
final class VitalTile extends VBox {

    static final int STRIP_WIDTH = 138;
    static final int STRIP_HEIGHT = 8;

    private final Pixels strip = new Pixels();
    private final StackPane frame = new StackPane(strip);
    private final Label idle = new Label();
    private final RatioGauge gauge = new RatioGauge();
    private final Label ratio = new Label();
    private final HBox update = new HBox(6, gauge, ratio);

    VitalTile(NodeId node) {
        setId("vital-" + node);
        getStyleClass().add("vital");
        setMouseTransparent(true);
        frame.getStyleClass().add("vital-strip");
        frame.setMaxWidth(Region.USE_PREF_SIZE);
        idle.getStyleClass().add("vital-idle");
        idle.setWrapText(true);
        idle.setMinHeight(USE_PREF_SIZE);
        ratio.getStyleClass().add("vital-ratio");
        ratio.setMinWidth(USE_PREF_SIZE);
        update.setAlignment(Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
        show(null, node);
    }

    /// @param path of the node in the network without blocks
    void show(@Nullable Condition condition, NodeId path) {
        List<Node> parts = new ArrayList<>();
        float[] means = condition == null ? new float[0] : condition.means(path);
        if (means.length > 0) {
            draw(means);
            parts.add(frame);
        }
        idle.setText(condition == null ? "" : condition.idle(path));
        if (!idle.getText().isEmpty())
            parts.add(idle);
        Movement movement = condition == null ? null : condition.movement(path).orElse(null);
        if (movement != null) {
            gauge.show(movement.ratio());
            ratio.setText("Δw/w " + Values.figure(movement.ratio()));
            parts.add(update);
        }
        if (!parts.equals(getChildren()))
            getChildren().setAll(parts);
        setVisible(!parts.isEmpty());
    }

    private void draw(float[] means) {
        Scale scale = Scale.of(means);
        strip.draw(STRIP_WIDTH, STRIP_HEIGHT, pixels -> {
            for (int i = 0; i < pixels.length; i++)
                pixels[i] = scale.colour(means[i % STRIP_WIDTH * means.length / STRIP_WIDTH]);
        });
    }
}
