package org.lamina.ui.maps;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

/// Lines from the units that feed a unit to it, the wider the more they add.
final class FeedLines extends Pane {

    private static final double WIDEST = 4;

    /// @param share of the largest, −1…1; below 0 where it takes away
    record Feed(FeatureCard from, FeatureCard to, double share) {}

    private List<Feed> feeds = List.of();

    FeedLines() {
        setMouseTransparent(true);
        setManaged(false);
    }

    void show(List<Feed> now) {
        feeds = now;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        getChildren().clear();
        for (Feed feed : feeds)
            if (feed.from().getScene() != null && feed.to().getScene() != null)
                getChildren().add(line(feed));
    }

    private Line line(Feed feed) {
        Bounds from = sceneToLocal(feed.from().localToScene(feed.from().getLayoutBounds()));
        Bounds to = sceneToLocal(feed.to().localToScene(feed.to().getLayoutBounds()));
        Line line = new Line(from.getCenterX(), from.getMaxY(), to.getCenterX(), to.getMinY());
        line.getStyleClass().addAll("feed-line", feed.share() < 0 ? "negative" : "positive");
        line.setStrokeWidth(Math.max(1, WIDEST * Math.abs(feed.share())));
        return line;
    }
}
