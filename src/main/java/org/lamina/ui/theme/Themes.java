package org.lamina.ui.theme;

import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.lamina.app.Settings;

/// The look in force and its size, remembered in the settings.
public final class Themes {

    /// All sheets hang on the scene: one on a pane is read anew for each pane and slows every style below it.
    private static final List<String> SHEETS = List.of(sheet("bridge.css"), sheet("lamina.css"),
            sheet("/org/lamina/ui/canvas/canvas.css"), sheet("/org/lamina/ui/live.css"));
    private static final double FONT = 13;
    private static final List<Double> SCALES = List.of(0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0);

    /// What people may choose from, beginning with none.
    public static final List<Double> GAMMAS = List.of(1.0, 0.7, 0.5, 0.35);

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final DoubleProperty scale = new SimpleDoubleProperty(1);
    private final DoubleProperty gamma = new SimpleDoubleProperty(1);
    private final ObservableValue<Look> look = Bindings.createObjectBinding(() -> new Look(theme.get(), scale.get()),
            theme, scale);

    public Themes(Settings settings) {
        theme.set(Theme.named(settings.text("theme", Theme.LIGHT.id())));
        scale.set(Math.clamp(settings.number("scale", 1), SCALES.getFirst(), SCALES.getLast()));
        theme.subscribe(now -> {
            Application.setUserAgentStylesheet(now.stylesheet());
            settings.set("theme", now.id());
        });
        scale.subscribe(now -> settings.set("scale", now.doubleValue()));
        gamma.set(Math.clamp(settings.number("gamma", 1), GAMMAS.getLast(), GAMMAS.getFirst()));
        gamma.subscribe(now -> settings.set("gamma", now.doubleValue()));
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public Theme theme() {
        return theme.get();
    }

    /// Theme and scale, for what is drawn rather than styled.
    public ObservableValue<Look> look() {
        return look;
    }

    /// The power that every colour scale follows: below 1 weak numbers show more.
    public DoubleProperty gammaProperty() {
        return gamma;
    }

    /// Gives a window the program's style sheets and follows the scale.
    public void dress(Scene scene) {
        dress(scene.getRoot(), scene.getStylesheets());
    }

    /// The same for the pane of a dialog.
    public void dress(Parent root, ObservableList<String> sheets) {
        sheets.setAll(SHEETS);
        scale.subscribe(now -> root.setStyle("-fx-font-size: " + FONT * now.doubleValue() + "px;"));
        theme.subscribe(now -> {
            root.getStyleClass().removeAll("light", "dark");
            root.getStyleClass().add(now.id());
        });
    }

    /// Makes everything larger, for a class that looks at a projector.
    public void larger() {
        SCALES.stream().filter(s -> s > scale.get() + 0.01).findFirst().ifPresent(scale::set);
    }

    public void smaller() {
        SCALES.reversed().stream().filter(s -> s < scale.get() - 0.01).findFirst().ifPresent(scale::set);
    }

    public void normalSize() {
        scale.set(1);
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Themes.class.getResource(name), name).toExternalForm();
    }
}
