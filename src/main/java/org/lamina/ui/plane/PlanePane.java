package org.lamina.ui.plane;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.lamina.app.DataPreview;
import org.lamina.app.colour.Colouring;
import org.lamina.app.colour.Scale;
import org.lamina.app.colour.Units;
import org.lamina.tensor.Tensor;
import org.lamina.ui.maps.Legend;
import org.lamina.ui.maps.Pixels;
import org.lamina.ui.theme.Theme;

/// The plane, large: in the colour of the class that the network answers there, paler where it is less sure; or in the
/// colours of one neuron. Over it the points of the data set, and under it what the pointer is at.
final class PlanePane extends VBox {

    private static final double MOST = 400;
    private static final double FACTS = 130;
    private static final double LEAST = 100;
    private static final double DOT = 5;
    /// Of the panel's width, so that the neurons keep the rest.
    private static final double SHARE = 0.5;
    /// How much of the background a sure answer lets through.
    private static final double PALE = 0.45;

    private final Label title = new Label();
    private final Pixels surface = new Pixels();
    private final Canvas over = new Canvas();
    private final StackPane room = new StackPane(surface, over);
    private final VBox classes = new VBox(2);
    private final Legend legend = new Legend(FACTS - 10);
    private final Label readout = new Label();
    private final CheckBox withPoints = new CheckBox("Points");
    private Tensor shown = new Tensor(new int[]{0, 0, 0}, new float[0]);
    private List<String> names = List.of();
    private float reach = 1;
    private double widest = MOST;

    PlanePane() {
        setId("plane-answer");
        getStyleClass().add("map-part");
        title.getStyleClass().add("part-title");
        readout.getStyleClass().add("live-text");
        readout.setMinHeight(USE_PREF_SIZE);
        withPoints.setSelected(true);
        withPoints.setId("plane-points");
        withPoints.selectedProperty().subscribe(on -> over.setVisible(on));
        room.setAlignment(Pos.TOP_LEFT);
        room.setMinSize(LEAST, LEAST);
        room.setPrefSize(LEAST, LEAST);
        room.heightProperty().subscribe(_ -> room.setMinWidth(room()));
        room.setOnMouseMoved(e -> read(e.getX(), e.getY()));
        room.setOnMouseExited(_ -> readout.setText(" "));
        readout.setText(" ");
        classes.managedProperty().bind(classes.visibleProperty());
        legend.managedProperty().bind(legend.visibleProperty());
        VBox facts = new VBox(8, withPoints, classes, legend, readout);
        facts.setMinWidth(FACTS);
        facts.setPrefWidth(FACTS);
        HBox both = new HBox(12, room, facts);
        setVgrow(both, Priority.ALWAYS);
        getChildren().addAll(title, both);
    }

    /// Height and width that the picture may have.
    double room() {
        return Math.clamp(Math.min(room.getHeight(), widest), LEAST, MOST);
    }

    /// Keeps to its share of the panel.
    void within(double panel) {
        widest = SHARE * panel - FACTS;
        room.setMinWidth(room());
    }

    /// Of a classifier the probabilities, one picture a class; else the first value.
    void answers(Tensor answers, List<String> classNames, Theme theme, double gamma) {
        names = classNames;
        shown = answers;
        boolean classifies = answers.sizes()[0] > 1;
        if (classifies)
            surface.draw(side(), side(), pixels -> blend(answers, theme, pixels));
        else
            scaled(Scale.of(answers.values()).with(gamma));
        title.setText(classifies ? "What the network answers" : "The value that the network answers");
        classes.setVisible(classifies);
        legend.setVisible(!classifies);
        if ((classifies && classes.getChildren().size() != names.size()) || classes.getUserData() != theme)
            name(theme);
        fit();
    }

    /// One neuron.
    void neuron(String name, Tensor neurons, int unit, Colouring colouring) {
        shown = new Tensor(new int[]{1, neurons.sizes()[1], neurons.sizes()[2]}, Arrays.copyOfRange(
                neurons.values(), unit * neurons.sizes()[1] * neurons.sizes()[2],
                (unit + 1) * neurons.sizes()[1] * neurons.sizes()[2]));
        names = List.of();
        scaled(colouring.of(Units.ofOutput(neurons)).apply(unit));
        title.setText(name);
        classes.setVisible(false);
        legend.setVisible(true);
        fit();
    }

    /// The first picture in the colours of its numbers.
    private void scaled(Scale scale) {
        surface.draw(side(), side(), pixels -> {
            for (int i = 0; i < pixels.length; i++)
                pixels[i] = scale.colour(shown.values()[i]);
        });
        legend.show(scale);
    }

    private int side() {
        return shown.sizes()[2];
    }

    private static void blend(Tensor answers, Theme theme, int[] pixels) {
        int count = answers.sizes()[0];
        Color ground = Color.web(theme.background());
        for (int i = 0; i < pixels.length; i++) {
            int best = best(answers, i);
            double sure = (answers.values()[best * pixels.length + i] - 1.0 / count) / (1 - 1.0 / count);
            Color colour = ground.interpolate(colour(theme, best), Math.clamp(sure, 0, 1) * (1 - PALE) + 0.12);
            pixels[i] = 0xff000000 | (int) (255 * colour.getRed()) << 16 | (int) (255 * colour.getGreen()) << 8
                    | (int) (255 * colour.getBlue());
        }
    }

    private static int best(Tensor answers, int cell) {
        int cells = answers.sizes()[1] * answers.sizes()[2];
        int best = 0;
        for (int c = 1; c < answers.sizes()[0]; c++)
            if (answers.values()[c * cells + cell] > answers.values()[best * cells + cell])
                best = c;
        return best;
    }

    private static Color colour(Theme theme, int label) {
        return Color.web(theme.series().get(label % theme.series().size()));
    }

    private void name(Theme theme) {
        classes.setUserData(theme);
        classes.getChildren().clear();
        for (int i = 0; i < names.size(); i++) {
            Label name = new Label(names.get(i), new Circle(DOT, colour(theme, i)));
            name.getStyleClass().add("live-text");
            classes.getChildren().add(name);
        }
    }

    private void fit() {
        surface.fit(room(), room());
        over.setWidth(surface.getFitWidth());
        over.setHeight(surface.getFitHeight());
    }

    void points(DataPreview.Points points, float newReach, Theme theme) {
        reach = newReach;
        GraphicsContext g = over.getGraphicsContext2D();
        double size = over.getWidth();
        g.clearRect(0, 0, size, size);
        g.setLineWidth(0.8);
        g.setStroke(Color.web(theme.background()));
        for (int i = 0; i < points.x().length; i++) {
            double x = (points.x()[i] / reach + 1) / 2 * size - DOT / 2;
            double y = (1 - points.y()[i] / reach) / 2 * size - DOT / 2;
            g.setFill(colour(theme, points.label()[i]));
            g.fillOval(x, y, DOT, DOT);
            g.strokeOval(x, y, DOT, DOT);
        }
    }

    private void read(double x, double y) {
        double size = surface.getFitWidth();
        int column = (int) (x / size * side());
        int row = (int) (y / size * side());
        readout.setText(x < 0 || y < 0 || column >= side() || row >= side() ? " " : words(x / size, y / size,
                row * side() + column));
    }

    private String words(double x, double y, int cell) {
        String place = String.format(Locale.ROOT, "x %.2f   y %.2f%n", (2 * x - 1) * reach, (1 - 2 * y) * reach)
                .replace("-", "−");
        if (shown.sizes()[0] == 1)
            return place + Legend.words(shown.values()[cell]);
        int best = best(shown, cell);
        return place + "%s %.0f %%".formatted(best < names.size() ? names.get(best) : "class " + (best + 1),
                100 * shown.values()[best * side() * side() + cell]);
    }
}
