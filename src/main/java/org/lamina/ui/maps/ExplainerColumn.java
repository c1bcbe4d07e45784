package org.lamina.ui.maps;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Found;
import org.lamina.app.colour.Mosaic;
import org.lamina.app.colour.Picture;
import org.lamina.app.colour.Scale;
import org.lamina.app.colour.Units;
import org.lamina.study.Attribution;
import org.lamina.tensor.Tensor;
import org.lamina.ui.LazyTip;

/// What one method says of two answers, one above the other, both on one scale so that they can be compared.
final class ExplainerColumn {

    /// The least that the numbers of a legend need.
    static final double WIDTH = 92;

    private final Explainer explainer;
    private final Label title = new Label();
    private final List<Pixels> maps = List.of(new Pixels(), new Pixels());
    private final List<StackPane> cells = maps.stream().map(StackPane::new).toList();
    private final Legend legend = new Legend(WIDTH);
    private final Label note = new Label();
    private final Label refusal = new Label();
    private List<Object> drawn = List.of();

    ExplainerColumn(Explainer explainer) {
        this.explainer = explainer;
        title.setText(explainer.title());
        title.getStyleClass().add("part-title");
        LazyTip.install(title, explainer::help);
        note.getStyleClass().add("legend-number");
        refusal.getStyleClass().add("legend-number");
        refusal.setWrapText(true);
        refusal.setMaxWidth(WIDTH);
        legend.setMaxWidth(WIDTH);
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).setId("why-" + explainer.name().toLowerCase(Locale.ROOT) + "-" + i);
            cells.get(i).setAlignment(Pos.TOP_LEFT);
            LazyTip.install(cells.get(i), explainer::help);
        }
        Stream.concat(cells.stream(), Stream.of(legend, note, refusal))
                .forEach(n -> n.managedProperty().bind(n.visibleProperty()));
        refuse("");
    }

    Explainer explainer() {
        return explainer;
    }

    void addTo(GridPane grid, int column) {
        grid.add(title, column, 0);
        for (int i = 0; i < cells.size(); i++)
            grid.add(cells.get(i), column, 1 + i);
        grid.add(refusal, column, 1, 1, 2);
        GridPane.setValignment(refusal, VPos.TOP);
        grid.add(legend, column, 3);
        grid.add(note, column, 4);
    }

    /// @param found of one answer or two; null of what has not come yet
    /// @param gamma of the colours
    void show(List<@Nullable Found> found, Tensor picture, double side, double gamma) {
        String words = found.stream().filter(Objects::nonNull).map(Found::message).filter(Objects::nonNull).findFirst()
                .orElse("");
        if (!words.isEmpty()) {
            refuse(words);
            return;
        }
        List<Attribution.Found> given = found.stream().filter(Objects::nonNull).map(Found::finding)
                .filter(Attribution.Found.class::isInstance).map(Attribution.Found.class::cast).toList();
        List<Object> now = List.of(given, picture, side, gamma);
        if (given.size() < found.size() && !drawn.contains(picture))
            refuse("Computing…");
        if (given.size() < found.size() || now.equals(drawn))
            return;
        drawn = now;
        refusal.setVisible(false);
        draw(given, picture, side, gamma);
    }

    /// Says why there is nothing to see.
    void refuse(String words) {
        drawn = List.of();
        refusal.setText(words);
        refusal.setVisible(!words.isEmpty());
        cells.forEach(c -> c.setVisible(false));
        legend.setVisible(false);
        note.setVisible(false);
    }

    private void draw(List<Attribution.Found> given, Tensor picture, double side, double gamma) {
        List<Units> units = given.stream().map(f -> flat(f.map())).toList();
        Scale scale = units.stream().map(Units::scale).reduce(Scale::and).orElseThrow().with(gamma);
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).setVisible(i < units.size());
            if (i < units.size())
                draw(maps.get(i), units.get(i), scale, picture, side);
        }
        legend.show(scale);
        legend.setVisible(true);
        note.setText(given.stream().map(Attribution.Found::completeness).filter(Objects::nonNull)
                .map(ExplainerColumn::gap).collect(Collectors.joining(", ", "gap ", "")));
        note.setVisible(given.getFirst().completeness() != null);
    }

    private static String gap(Attribution.Completeness complete) {
        double percent = 100 * complete.gap();
        return percent < 100 ? "%.1f %%".formatted(percent) : "over 100 %";
    }

    private void draw(Pixels pixels, Units units, Scale scale, Tensor picture, double side) {
        if (explainer.isOverPicture())
            pixels.draw(Picture.channelsFirst(picture).under(units, scale));
        else
            pixels.draw(Mosaic.fitting(units, 1), units.paint(_ -> scale));
        pixels.fit(side, side);
    }

    /// Of colours the sum over the channels.
    static Units flat(Tensor map) {
        Units units = Units.ofOutput(map);
        return units.width() * units.height() == 1 ? units : units.sum();
    }
}
