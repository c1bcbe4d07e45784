package org.lamina.ui.charts;

import java.awt.image.BufferedImage;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;
import org.lamina.app.curve.Curve;
import org.lamina.app.curve.RunCurves;
import org.lamina.ui.Newest;

/// One measure of the runs over their steps. It is drawn in the background and shown as pixels, so that the window
/// answers meanwhile. Drag or turn the wheel to zoom, hover to read values.
final class CurveChart extends Pane {

    /// Of a picture to take away, in units of the window, each of two pixels.
    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;

    /// The axis ends a little after the last step.
    private static final double BEYOND = 1.03;

    private final Measure measure;
    private final ObservableValue<ChartTheme> theme;
    private final Newest<Painted> painter;
    private final ImageView view = new ImageView();
    private final Readout readout;
    private final DoubleProperty smoothing = new SimpleDoubleProperty(0.9);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final BooleanProperty following = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Range> steps = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Long> mark = new SimpleObjectProperty<>();
    private @Nullable Range values;
    private List<RunCurves> runs = List.of();
    private @Nullable Painted shown;
    private boolean changed = true;

    /// @param drawing runs the drawing
    CurveChart(Measure measure, ObservableValue<ChartTheme> theme, Executor drawing) {
        this.measure = measure;
        this.theme = theme;
        painter = new Newest<>(drawing, this::show);
        setId("chart-" + measure.name().toLowerCase(Locale.ROOT));
        getStyleClass().add("chart");
        readout = new Readout(this);
        getChildren().addAll(view, new Zoom(this), readout);
        setMinSize(120, 90);
        theme.subscribe(_ -> changed = true);
        smoothing.subscribe(_ -> changed = true);
        steps.subscribe(_ -> changed = true);
        mark.subscribe(_ -> changed = true);
        logarithmic.subscribe(() -> values(null));
        layoutBoundsProperty().subscribe(_ -> changed = true);
    }

    DoubleProperty smoothingProperty() {
        return smoothing;
    }

    BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /// Whether a zoomed chart moves along with the newest step.
    BooleanProperty followingProperty() {
        return following;
    }

    /// The steps in sight; null for all.
    ObjectProperty<@Nullable Range> stepsProperty() {
        return steps;
    }

    /// The step that is marked; null for none.
    ObjectProperty<@Nullable Long> markProperty() {
        return mark;
    }

    /// Shows these values only; null for all.
    void values(@Nullable Range range) {
        values = range;
        changed = true;
    }

    Measure measure() {
        return measure;
    }

    List<RunCurves> runs() {
        return runs;
    }

    /// What is on screen; null before the first drawing.
    @Nullable
    Painted shown() {
        return shown;
    }

    /// All steps there are.
    Range allSteps() {
        long last = runs.stream().flatMap(r -> Stream.of(measure.train(r), measure.validation(r)))
                .mapToLong(Curve::lastStep).max().orElse(0);
        return new Range(0, BEYOND * Math.max(1, last));
    }

    /// Shows everything again.
    void reset() {
        steps.set(null);
        values(null);
    }

    /// Whether anything but the runs has changed since it was drawn.
    boolean isChanged() {
        return changed && isVisible();
    }

    /// Draws the runs if anything about the picture has changed.
    ///
    /// @param grown whether the runs have new points
    void draw(List<RunCurves> newest, boolean grown) {
        int width = (int) getWidth();
        int height = (int) getHeight();
        if ((!grown && !changed) || width < getMinWidth() || height < 1)
            return;
        runs = List.copyOf(newest);
        if (grown && following.get())
            follow();
        Sheet sheet = sheet(width);
        double density = getScene().getWindow().getRenderScaleX();
        changed = false;
        painter.draw(() -> Painted.of(sheet, width, height, density));
    }

    private void follow() {
        Range zoomed = steps.get();
        if (zoomed == null)
            return;
        double last = allSteps().getUpperBound();
        steps.set(new Range(Math.max(0, last - zoomed.getLength()), last));
    }

    private Sheet sheet(int columns) {
        Range zoomed = steps.get();
        Range sight = zoomed == null ? allSteps() : zoomed;
        ChartTheme look = theme.getValue();
        List<Line> lines = new Drawing(measure, look, sight, columns, smoothing.get(), logarithmic.get(), mark.get())
                .of(runs);
        List<Epochs> epochs = runs.isEmpty() ? List.of()
                : Epochs.within(runs.getLast().epochs(), sight.getLowerBound(), sight.getUpperBound(),
                        columns / look.scale());
        return new Sheet(measure, look, lines, epochs, sight, values, mark.get(), logarithmic.get());
    }

    private void show(Painted picture) {
        shown = picture;
        BufferedImage image = picture.image();
        view.setImage(new WritableImage(new PixelBuffer<>(image.getWidth(), image.getHeight(),
                IntBuffer.wrap(picture.pixels()), PixelFormat.getIntArgbPreInstance())));
        view.setFitWidth(getWidth());
        view.setFitHeight(getHeight());
        readout.tell();
    }

    /// What is shown, as large as print needs it. Any thread may ask for the pixels.
    Supplier<BufferedImage> picture() {
        Sheet sheet = sheet(2 * WIDTH);
        return () -> Painted.of(sheet, WIDTH, HEIGHT, 2).image();
    }

    @Override
    protected void layoutChildren() {
        getChildren().stream().filter(Pane.class::isInstance).forEach(p -> p.resizeRelocate(0, 0, getWidth(),
                getHeight()));
    }
}
