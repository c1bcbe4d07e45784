package org.lamina.ui.maps;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Found;
import org.lamina.app.colour.Picture;
import org.lamina.study.Hierarchy.Feature;
import org.lamina.study.PreferredInput;
import org.lamina.study.Unit;
import org.lamina.ui.LazyTip;

/// The chosen unit of the strip, large: its patches, why it is called what it is called, and on demand the picture that
/// it prefers.
final class FeaturePane extends VBox {

    private static final double SIDE = 150;
    private static final int COLUMNS = 3;

    private final Label title = new Label();
    private final Label rule = new Label();
    private final Pixels patches = new Pixels();
    private final ToggleButton prefer = new ToggleButton("Preferred input");
    private final Pixels preferred = new Pixels();
    private final Label response = new Label();
    private @Nullable Unit unit;

    /// @param open shows the unit's maps
    FeaturePane(Consumer<Unit> open) {
        setId("feature-pane");
        getStyleClass().add("map-part");
        setMinWidth(SIDE + 30);
        setMaxWidth(SIDE + 30);
        title.getStyleClass().add("part-title");
        rule.getStyleClass().add("live-text");
        rule.setWrapText(true);
        rule.setMinHeight(USE_PREF_SIZE);
        response.setId("feature-response");
        response.getStyleClass().add("live-text");
        response.setWrapText(true);
        response.setMinHeight(USE_PREF_SIZE);
        prefer.setId("feature-prefer");
        LazyTip.install(prefer, () -> "Climbs from noise to the picture that excites the unit most");
        Button maps = new Button("Its maps");
        maps.setId("feature-maps");
        maps.setOnAction(_ -> {
            if (unit != null)
                open.accept(unit);
        });
        getChildren().addAll(title, patches, rule, prefer, preferred, response, maps);
        setVisible(false);
    }

    /// What is to be asked; null where nobody asked for it.
    @Nullable
    PreferredInput question() {
        return unit == null || !prefer.isSelected() ? null : new PreferredInput(unit);
    }

    void show(String name, Feature feature, @Nullable Found found) {
        unit = feature.unit();
        setVisible(true);
        title.setText("%s: %s".formatted(name, feature.tag().words()));
        rule.setText(feature.tag().rule());
        if (!feature.patches().isEmpty())
            patches.draw(Picture.collage(
                    feature.patches().stream().map(p -> Picture.channelsFirst(p.pixels())).toList(), COLUMNS));
        patches.fit(SIDE, SIDE);
        show(found);
    }

    private void show(@Nullable Found found) {
        boolean known = found != null && found.finding() instanceof PreferredInput.Found;
        preferred.setVisible(known);
        preferred.setManaged(known);
        response.setText(found != null && found.message() != null ? found.message() : "");
        if (found == null || !(found.finding() instanceof PreferredInput.Found dream))
            return;
        preferred.draw(Picture.channelsFirst(dream.picture()));
        preferred.fit(SIDE / 2, SIDE / 2);
        response.setText("answers %s, to grey %s".formatted(Legend.words(dream.response()),
                Legend.words(dream.before())));
    }
}
