package org.lamina.ui.charts;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.lamina.app.Curves;
import org.lamina.app.Notices;
import org.lamina.app.curve.RunCurves;
import org.lamina.ui.EmptyPane;
import org.lamina.ui.LazyTip;
import org.lamina.ui.LiveBar;
import org.lamina.ui.LivePanel;
import org.lamina.ui.theme.Look;

/// Loss and accuracy of the runs, side by side, with one bar of controls for both.
public final class PlotsView extends BorderPane implements LivePanel {

    /// Between two drawings of curves that only grew; what a person changes is drawn at once.
    private static final long NANOS_BETWEEN = 450_000_000;

    private final Curves curves;
    private final CurveChart loss;
    private final CurveChart accuracy;
    private final PlotFiles files;
    private final Label advice = new Label();
    private long drawnAt;
    private long drawnPoints = -1;

    /// @param background where curves are drawn and files are written
    public PlotsView(Curves curves, Notices notices, ObservableValue<Look> look, SaveAs saveAs, Executor background) {
        this.curves = curves;
        ObservableValue<ChartTheme> theme = look.map(ChartTheme::of);
        loss = new CurveChart(Measure.LOSS, theme, background);
        accuracy = new CurveChart(Measure.ACCURACY, theme, background);
        accuracy.stepsProperty().bindBidirectional(loss.stepsProperty());
        accuracy.smoothingProperty().bind(loss.smoothingProperty());
        accuracy.followingProperty().bind(loss.followingProperty());
        accuracy.managedProperty().bind(accuracy.visibleProperty());
        files = new PlotFiles(loss, accuracy, notices, saveAs, background);
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
        return new LiveBar(smoothing(), logarithmic(), following(), reset(), export());
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

    private MenuItem clear() {
        MenuItem item = item("Clear earlier runs", "clear", curves::clearEarlier);
        item.disableProperty().bind(Bindings.size(curves.runs()).lessThan(2));
        return item;
    }

    private Node export() {
        MenuButton menu = new MenuButton("Curves", null, item("Picture (PNG)…", "png", files::savePicture),
                item("Numbers (CSV)…", "csv", files::saveNumbers), item("Copy picture", "copy", files::copyPicture),
                new SeparatorMenuItem(), clear());
        menu.setId("plots-export");
        return menu;
    }

    private static MenuItem item(String title, String id, Runnable work) {
        MenuItem item = new MenuItem(title);
        item.setId("plots-" + id);
        item.setOnAction(_ -> work.run());
        return item;
    }
}
