package org.lamina.ui.data;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/// Equally wide pictures side by side, as many as there is room for.
final class Strip extends Region {

    private final ImageView view;
    private final double step;
    private final double height;
    private final double scale;

    /// @param row the pictures in one image, not empty
    /// @param step from one picture to the next, in the image's pixels
    /// @param height on screen
    Strip(Image row, double step, double height) {
        this.step = step;
        this.height = height;
        scale = height / row.getHeight();
        view = new ImageView(row);
        view.setSmooth(scale < 1);
        view.setPreserveRatio(true);
        view.setFitHeight(height);
        getChildren().add(view);
    }

    @Override
    protected double computeMinWidth(double ignored) {
        return step * scale;
    }

    @Override
    protected double computePrefWidth(double ignored) {
        return view.getImage().getWidth() * scale;
    }

    @Override
    protected double computePrefHeight(double ignored) {
        return height;
    }

    @Override
    protected void layoutChildren() {
        Image row = view.getImage();
        double room = Math.floor((getWidth() + 1) / (step * scale)) * step;
        view.setViewport(new Rectangle2D(0, 0, Math.clamp(room, step, row.getWidth()), row.getHeight()));
    }
}
