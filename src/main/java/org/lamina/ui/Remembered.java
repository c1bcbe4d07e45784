package org.lamina.ui;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.SplitPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.lamina.app.Settings;

/// Keeps the places of windows and dividers from one start to the next.
final class Remembered {

    private static final double MOST_OF_SCREEN = 0.9;
    private static final double LARGEST = 1.4;

    private final Settings settings;

    Remembered(Settings settings) {
        this.settings = settings;
    }

    /// Gives the window its last place, if a screen is still there; at first most of a large screen, for what is drawn in
    /// it shall be read from afar.
    void window(Stage stage, double width, double height) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(settings.number("window.width", usual(width, screen.getWidth())));
        stage.setHeight(settings.number("window.height", usual(height, screen.getHeight())));
        double x = settings.number("window.x", Double.NaN);
        double y = settings.number("window.y", Double.NaN);
        if (isOnScreen(x, y)) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(settings.number("window.maximized", 0) == 1);
        stage.setOnHidden(_ -> keep(stage));
    }

    private static double usual(double least, double screen) {
        return Math.max(least, Math.min(MOST_OF_SCREEN * screen, LARGEST * least));
    }

    private static boolean isOnScreen(double x, double y) {
        return Screen.getScreens().stream().map(Screen::getVisualBounds)
                .anyMatch((Rectangle2D b) -> b.contains(x + 50, y + 10));
    }

    private void keep(Stage stage) {
        settings.set("window.maximized", stage.isMaximized() ? 1 : 0);
        if (stage.isMaximized())
            return;
        settings.set("window.x", stage.getX());
        settings.set("window.y", stage.getY());
        settings.set("window.width", stage.getWidth());
        settings.set("window.height", stage.getHeight());
    }

    /// Puts a divider where it was last, and remembers where a hand moves it.
    void divider(SplitPane split, int index, String name, double otherwise) {
        SplitPane.Divider divider = split.getDividers().get(index);
        divider.setPosition(settings.number("divider." + name, otherwise));
        divider.positionProperty().subscribe((_, at) -> {
            if (split.isHover() || split.isPressed())
                settings.set("divider." + name, at.doubleValue());
        });
    }
}
