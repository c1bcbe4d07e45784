package org.lamina.ui.charts;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Curves;
import org.lamina.app.Numbers;
import org.lamina.app.curve.RunCurves;
import org.lamina.ui.EmptyPane;
import org.lamina.ui.LazyTip;
import org.lamina.ui.LiveBar;
import org.lamina.ui.LivePanel;
import org.lamina.ui.take.Take;
import org.lamina.ui.take.Takeaway;
import org.lamina.ui.theme.Look;

/// Loss and accuracy of the runs, side by side, with one bar of controls for both.
public final class PlotsView extends BorderPane implements LivePanel, Takeaway {

    /// Between two drawings of curves that only grew; what a person changes is drawn at once.
    private static final long NANOS_BETWEEN = 450_000_000;

    private final Curves curves;
    private final CurveChart loss;
    private final CurveChart accuracy;
    private final Label advice = new Label();
    private long drawnAt;
    private long drawnPoints = -1;

    /// @param moment step of the moment that all views show; null for the present
    /// @param background where curves are drawn
    public PlotsView(Curves curves, ObservableValue<Look> look, ObservableValue<@Nullable Long> moment,
            Executor background) {
        this.curves = curves;
        ObservableValue<ChartTheme> theme = look.map(ChartTheme::of);
        loss = new CurveChart(Measure.LOSS, theme, background);
        accuracy = new CurveChart(Measure.ACCURACY, theme, background);
        accuracy.stepsProperty().bindBidirectional(loss.stepsProperty());
        accuracy.smoothingProperty().bind(loss.smoothingProperty());
        accuracy.followingProperty().bind(loss.followingProperty());
        loss.markProperty().bind(moment);
        accuracy.markProperty().bind(moment);
        accuracy.managedProperty().bind(accuracy.visibleProperty());
        getStyleClass().add("live-panel");
        setId("plots");
        setTop(bar());
        setCenter(new StackPane(charts(), EmptyPane.saying(advice)));
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public long refresh(long nanos) {
        boolean asked = loss.isChanged() || accuracy.isChanged();
        if (!asked && nanos - drawnAt < NANOS_BETWEEN)
            return NANOS_BETWEEN - (nanos - drawnAt);
        List<RunCurves> runs = curves.runs();
        long points = 31L * runs.size() + runs.stream().mapToLong(RunCurves::size).sum();
        boolean grown = points != drawnPoints;
        drawnPoints = points;
        drawnAt = nanos;
        advice.setText(points > 31L * runs.size() ? ""
                : runs.isEmpty() ? "Press Train (F5): loss and accuracy are drawn here while the network learns."
                        : "The first batches are on their way.");
        accuracy.setVisible(runs.isEmpty() || hasAccuracy(runs.getLast()));
        loss.draw(runs, grown);
        accuracy.draw(runs, grown);
        return CONTENT;
    }

    /// A regression has none.
    private static boolean hasAccuracy(RunCurves run) {
        return run.trainAccuracy().size() == 0 || !Double.isNaN(run.trainAccuracy().value(0));
    }

    private Node charts() {
        HBox charts = new HBox(loss, accuracy);
        HBox.setHgrow(loss, Priority.ALWAYS);
        HBox.setHgrow(accuracy, Priority.ALWAYS);
        loss.setPrefWidth(500);
        accuracy.setPrefWidth(500);
        return charts;
    }

    private Node bar() {
        return new LiveBar(smoothing(), logarithmic(), following(), reset(), clear());
    }

    private Node smoothing() {
        Slider slider = new Slider(0, 0.99, loss.smoothingProperty().get());
        slider.setId("plots-smoothing");
        slider.setAccessibleText("Smoothing of the training curves");
        slider.setBlockIncrement(0.05);
        slider.setPrefWidth(100);
        loss.smoothingProperty().bind(slider.valueProperty());
        Label value = new Label();
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.textProperty().bind(slider.valueProperty()
                .map(v -> v.doubleValue() < 0.005 ? "Smoothing off" : "Smoothing %.2f".formatted(v.doubleValue())));
        value.getStyleClass().add("smoothing-value");
        LazyTip.install(slider, () -> "Moving average of the training curve; the raw line stays pale behind it");
        HBox both = new HBox(8, value, slider);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private Node logarithmic() {
        CheckBox box = new CheckBox("Log loss");
        box.setId("plots-log");
        LazyTip.install(box, () -> "Draws the loss on a logarithmic axis, where equal ratios are equal distances");
        loss.logarithmicProperty().bind(box.selectedProperty());
        return box;
    }

    private Node following() {
        CheckBox box = new CheckBox("Follow");
        box.setId("plots-follow");
        box.setSelected(true);
        LazyTip.install(box, () -> "A zoomed chart moves along with the newest step");
        loss.followingProperty().bind(box.selectedProperty());
        return box;
    }

    private Node reset() {
        Button button = new Button("Show all");
        button.setId("plots-reset");
        LazyTip.install(button,
                () -> "Takes the zoom back. Zoom with the wheel or by dragging; a double click also shows all");
        button.setOnAction(_ -> {
            loss.reset();
            accuracy.reset();
        });
        return button;
    }

    private Node clear() {
        Button button = new Button("Clear earlier runs");
        button.setId("plots-clear");
        button.setOnAction(_ -> curves.clearEarlier());
        button.visibleProperty().bind(Bindings.size(curves.runs()).greaterThan(1));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    @Override
    public String subject() {
        return "Curves";
    }

    @Override
    public Node pictured() {
        return this;
    }

    @Override
    public Numbers numbers() {
        return Numbers.joined(curves.runs().stream().map(RunCurves::numbers).toList());
    }

    /// The charts that are shown, side by side, drawn anew.
    @Override
    public Take<BufferedImage> picture() {
        List<Supplier<BufferedImage>> shown = Stream.of(loss, accuracy).filter(CurveChart::isVisible)
                .map(CurveChart::picture).toList();
        return Take.of(() -> beside(shown.stream().map(Supplier::get).toList()));
    }

    private static BufferedImage beside(List<BufferedImage> charts) {
        int width = charts.stream().mapToInt(BufferedImage::getWidth).sum();
        BufferedImage all = new BufferedImage(width, charts.getFirst().getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = all.createGraphics();
        int at = 0;
        for (BufferedImage chart : charts) {
            pen.drawImage(chart, at, 0, null);
            at += chart.getWidth();
        }
        pen.dispose();
        return all;
    }
}
