package org.lamina.ui.maps;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Found;
import org.lamina.app.SwitchedOff;
import org.lamina.study.Unit;
import org.lamina.study.UnitResponse;
import org.lamina.study.UnitResponse.Feeder;
import org.lamina.ui.LazyTip;

/// What the unit shown large does: how its numbers are spread over many pictures, how many excite it, which units feed
/// it.
final class UnitDetails extends VBox {

    private static final double WIDTH = 124;
    private static final int MOST_FEEDERS = 5;

    private final SwitchedOff off;
    private final Function<Unit, String> label;
    private final Consumer<Unit> open;
    private final ToggleButton follow = new ToggleButton("Follow");
    private final ToggleButton silence = new ToggleButton("Switch off");
    private final Histogram histogram = new Histogram();
    private final Label excited = new Label();
    private final Label fed = new Label("Fed most by");
    private final FlowPane feeders = new FlowPane(4, 4);
    private final List<Button> buttons;
    private @Nullable Unit unit;
    private List<Feeder> shown = List.of();

    /// @param label what people read on a unit
    /// @param open shows another unit
    UnitDetails(SwitchedOff off, Function<Unit, String> label, Consumer<Unit> open) {
        this.off = off;
        this.label = label;
        this.open = open;
        setId("unit-details");
        getStyleClass().add("map-part");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        follow.setId("unit-follow");
        LazyTip.install(follow, () -> "Keep this unit large while the pointer moves over others");
        silence.setId("unit-off");
        LazyTip.install(silence,
                () -> "Let the unit give zeros and see what becomes of the answers. Training and export do not notice");
        silence.setOnAction(_ -> toggle());
        excited.setId("unit-excited");
        excited.getStyleClass().add("live-text");
        excited.setMinHeight(USE_PREF_SIZE);
        excited.setWrapText(true);
        LazyTip.install(excited, () -> "A picture excites the unit where its largest response is above half of the "
                + "largest response to any of the pictures");
        fed.getStyleClass().add("live-text");
        buttons = IntStream.range(0, MOST_FEEDERS).mapToObj(this::button).toList();
        feeders.getChildren().setAll(buttons);
        getChildren().addAll(excited, histogram, fed, feeders);
    }

    /// What can be done with the unit.
    HBox tools() {
        follow.getStyleClass().add("small");
        silence.getStyleClass().add("small");
        follow.setMinWidth(USE_PREF_SIZE);
        silence.setMinWidth(USE_PREF_SIZE);
        return new HBox(6, follow, silence);
    }

    /// Whether the unit stays large wherever the pointer is.
    boolean isFollowing() {
        return follow.isSelected();
    }

    void show(Unit now, @Nullable Found found) {
        unit = now;
        silence.setSelected(off.contains(now));
        UnitResponse.Found known = found != null && found.finding() instanceof UnitResponse.Found response ? response
                : null;
        histogram.setVisible(known != null);
        fed.setVisible(known != null && !known.feeders().isEmpty());
        excited.setText(known != null ? "%.0f %% of %d pictures excite it".formatted(100 * known.excited(),
                known.pictures()) : found != null && found.message() != null ? found.message() : "");
        if (known != null)
            histogram.show(known.histogram(), known.low(), known.high());
        feed(known == null ? List.of() : known.feeders().stream().limit(MOST_FEEDERS).toList());
    }

    private void feed(List<Feeder> now) {
        if (now.equals(shown))
            return;
        shown = now;
        for (int i = 0; i < MOST_FEEDERS; i++) {
            buttons.get(i).setVisible(i < now.size());
            if (i < now.size())
                tell(buttons.get(i), now.get(i));
        }
    }

    private void tell(Button button, Feeder feeder) {
        button.setText("%d: %s".formatted(feeder.unit().index() + 1, Legend.words(feeder.part())));
        button.setAccessibleText("Go to %s, which adds %s".formatted(label.apply(feeder.unit()),
                Legend.words(feeder.part())));
    }

    private Button button(int rank) {
        Button button = new Button();
        button.getStyleClass().addAll("small", "feeder");
        button.setVisible(false);
        button.managedProperty().bind(button.visibleProperty());
        LazyTip.install(button, button::getAccessibleText);
        button.setOnAction(_ -> open.accept(shown.get(rank).unit()));
        return button;
    }

    private void toggle() {
        if (unit != null)
            off.toggle(unit);
    }
}
