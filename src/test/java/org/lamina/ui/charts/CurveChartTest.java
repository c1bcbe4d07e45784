package org.lamina.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.jfree.chart.LegendItemCollection;
import org.jfree.data.Range;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamina.app.curve.RunCurves;
import org.lamina.ui.FxDriver;
import org.lamina.ui.theme.Theme;

/// A chart of the loss 2, 1, 0.5, … over steps 0, 10, 20, … 100, and a hand on it.
class CurveChartTest {

    private final RunCurves run = new RunCurves("Run 1");
    private CurveChart chart;
    private FxDriver hand;

    @BeforeEach
    void open() {
        for (int i = 0; i <= 10; i++)
            run.trainLoss().add(10L * i, 2 * Math.pow(0.5, i));
        run.validationLoss().add(100, 0.25);
        run.epochs().add(100, 1);
        chart = FxDriver.call(() -> chart(Measure.LOSS));
        hand = FxDriver.show(() -> new StackPane(chart), 600, 300);
        FxDriver.run(() -> chart.smoothingProperty().set(0));
        draw();
    }

    private static CurveChart chart(Measure measure) {
        return new CurveChart(measure, new SimpleObjectProperty<>(new ChartTheme(Theme.LIGHT, 1)), Runnable::run);
    }

    @AfterEach
    void close() {
        hand.close();
    }

    private void draw() {
        FxDriver.run(() -> chart.draw(List.of(run), true));
        FxDriver.run(() -> {});
    }

    private Painted shown() {
        return Objects.requireNonNull(chart.shown());
    }

    private Rectangle2D area() {
        return shown().area();
    }

    /// A place on the curves, by shares of their width and height.
    private Point2D at(double across, double down) {
        return new Point2D(area().getMinX() + across * area().getWidth(), area().getMinY() + down * area().getHeight());
    }

    private Range steps() {
        return Optional.ofNullable(chart.stepsProperty().get()).orElse(chart.allSteps());
    }

    @Test
    void dragShowsTheStepsUnderItAndADoubleClickShowsAll() {
        assertThat(steps()).isEqualTo(new Range(0, 103));
        hand.drag(at(0.25, 0.5), at(0.75, 0.5));
        assertThat(steps().getLowerBound()).isEqualTo(25.75, within(0.5));
        assertThat(steps().getUpperBound()).isEqualTo(77.25, within(0.5));
        draw();
        assertThat(shown().stepAt(area().getMinX())).as("the left edge of what is drawn").isEqualTo(25.75, within(0.5));
        FxDriver.run(chart::reset);
        assertThat(chart.stepsProperty().get()).isNull();
    }

    @Test
    void wheelZoomsAboutTheStepUnderThePointer() {
        hand.move(at(0.5, 0.5)).scroll(40);
        assertThat(steps().getLength()).isEqualTo(0.8 * 103, within(0.1));
        assertThat(steps().getCentralValue()).isEqualTo(51.5, within(0.5));
        draw();
        hand.scroll(-40).scroll(-40);
        assertThat(chart.stepsProperty().get()).as("all again").isNull();
    }

    @Test
    void keysZoomAndMove() {
        FxDriver.run(chart::requestFocus);
        hand.key(KeyCode.PLUS).key(KeyCode.PLUS);
        double length = steps().getLength();
        assertThat(length).isEqualTo(0.64 * 103, within(0.1));
        double low = steps().getLowerBound();
        hand.key(KeyCode.LEFT);
        assertThat(steps().getLowerBound()).isEqualTo(Math.max(0, low - length / 4), within(0.1));
        hand.key(KeyCode.HOME);
        assertThat(chart.stepsProperty().get()).isNull();
    }

    @Test
    void whatCameAfterTheMomentIsFaintAndTheAxesStay() {
        Painted before = shown();
        double strongest = ink(before, 0, 1);
        FxDriver.run(() -> chart.markProperty().set(50L));
        draw();
        assertThat(ink(shown(), 0, 0.48)).isEqualTo(ink(before, 0, 0.48), within(0.01));
        assertThat(ink(shown(), 0.5, 1)).isBetween(0.05 * strongest, 0.4 * strongest);
        assertThat(shown().plot().getRangeAxis().getRange()).isEqualTo(before.plot().getRangeAxis().getRange());
        assertThat(shown().plot().getDomainAxis().getRange()).isEqualTo(before.plot().getDomainAxis().getRange());
        assertThat(legend(shown())).containsExactly("Training 0.0625", "Validation");
        FxDriver.run(() -> chart.markProperty().set(null));
        draw();
        assertThat(legend(shown())).containsExactly("Training", "Validation");
    }

    private static List<String> legend(Painted painted) {
        LegendItemCollection items = painted.plot().getLegendItems();
        return IntStream.range(0, items.getItemCount()).mapToObj(i -> items.get(i).getLabel()).toList();
    }

    /// How far the most coloured pixel between two shares of the width is from grey, 0…1.
    private static double ink(Painted painted, double from, double to) {
        Rectangle2D area = painted.area();
        BufferedImage image = painted.image();
        double most = 0;
        for (int x = (int) (area.getMinX() + from * area.getWidth()) + 4; x < area.getMinX() + to * area.getWidth()
                - 4; x++)
            for (int y = (int) area.getMinY() + 2; y < area.getMaxY() - 2; y++) {
                Color colour = new Color(image.getRGB(x, y));
                float[] hsb = Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null);
                most = Math.max(most, (double) hsb[1] * hsb[2]);
            }
        return most;
    }

    @Test
    void pointerReadsTheValuesNearestToIt() {
        hand.move(at(30 / 103.0, 0.5));
        assertThat(((Label) hand.find("#readout-loss")).getText())
                .isEqualTo("Step 30\nTraining 0.25\nValidation 0.25 (epoch 1)");
        hand.move(new Point2D(1, 1));
        assertThat(hand.shows("#readout-loss")).isFalse();
    }

    /// Equal ratios are equal distances: half way down lies the geometric mean, not the mean.
    @Test
    void logarithmicAxisMakesEqualRatiosEqualDistances() {
        FxDriver.run(() -> chart.logarithmicProperty().set(true));
        draw();
        double top = shown().valueAt(area().getMinY());
        double bottom = shown().valueAt(area().getMaxY());
        assertThat(shown().valueAt(area().getCenterY())).isEqualTo(Math.sqrt(top * bottom), within(1e-6));
        FxDriver.run(() -> chart.logarithmicProperty().set(false));
        draw();
        assertThat(shown().valueAt(area().getCenterY()))
                .isEqualTo((shown().valueAt(area().getMinY()) + shown().valueAt(area().getMaxY())) / 2, within(1e-6));
    }

    @Test
    void pictureHoldsTheCurve() {
        BufferedImage image = FxDriver.call(chart::picture).get();
        assertThat(image.getWidth()).isEqualTo(1600);
        int line = java.awt.Color.decode(Theme.LIGHT.series().getFirst()).getRGB();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertThat(java.util.Arrays.stream(pixels).filter(p -> p == line).count()).isGreaterThan(500);
    }
}
