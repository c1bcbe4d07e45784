package org.lamina.ui.depth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.lamina.graph.NodeId;

/// A bar for each layer, from left to right as deep as they lie, with the network's accuracy and chance as lines across.
final class ProbeChart extends Region {

    private static final double AXIS = 44;
    private static final double NARROWEST = 76;
    private static final double WIDEST = 130;
    private static final double ABOVE = 8;
    private static final List<Integer> PERCENT = List.of(0, 50, 100);

    /// @param share 0…1
    /// @param before the same when the layer was first measured
    /// @param words said of it on hover
    record Bar(NodeId node, String name, double share, double before, String words) {}

    private final Consumer<NodeId> open;
    private final List<ProbeColumn> columns = new ArrayList<>();
    private final List<Line> grid = PERCENT.stream().map(_ -> line("chart-hair")).toList();
    private final List<Label> numbers = PERCENT.stream().map(percent -> number(percent + " %")).toList();
    private final Line network = line("probe-network");
    private final Line chance = line("probe-chance");
    private double networkShare;
    private double chanceShare;

    ProbeChart(Consumer<NodeId> open) {
        this.open = open;
        setId("probe-chart");
        setMinHeight(110);
        getChildren().addAll(grid);
        getChildren().addAll(numbers);
        getChildren().addAll(network, chance);
    }

    void show(List<Bar> bars, double networkAccuracy, double chanceAccuracy) {
        networkShare = networkAccuracy;
        chanceShare = chanceAccuracy;
        while (columns.size() < bars.size())
            add(new ProbeColumn(open));
        while (columns.size() > bars.size())
            getChildren().remove(columns.removeLast());
        IntStream.range(0, bars.size()).forEach(i -> columns.get(i).show(bars.get(i)));
        requestLayout();
    }

    private void add(ProbeColumn column) {
        columns.add(column);
        getChildren().add(getChildren().indexOf(network), column);
    }

    @Override
    protected double computeMinWidth(double height) {
        return AXIS + columns.size() * NARROWEST;
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.min(WIDEST, (getWidth() - AXIS) / Math.max(1, columns.size()));
        double end = AXIS + width * columns.size();
        for (int i = 0; i < columns.size(); i++)
            columns.get(i).resizeRelocate(AXIS + i * width, 0, width, getHeight());
        for (int i = 0; i < PERCENT.size(); i++) {
            double y = y(getHeight(), PERCENT.get(i) / 100.0);
            across(grid.get(i), y, end);
            Label number = numbers.get(i);
            number.autosize();
            number.relocate(AXIS - 6 - number.getWidth(), Math.max(0, y - number.getHeight() / 2));
        }
        across(network, y(getHeight(), networkShare), end);
        across(chance, y(getHeight(), chanceShare), end);
    }

    private static void across(Line line, double y, double end) {
        line.setStartX(AXIS);
        line.setEndX(end);
        line.setStartY(y);
        line.setEndY(y);
    }

    /// Where a share lies above the names.
    static double y(double height, double share) {
        double floor = height - ProbeColumn.NAME;
        return floor - (floor - ABOVE) * share;
    }

    private static Line line(String style) {
        Line line = new Line();
        line.getStyleClass().add(style);
        line.setManaged(false);
        line.setMouseTransparent(true);
        return line;
    }

    private static Label number(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("legend-number");
        label.setManaged(false);
        return label;
    }
}
