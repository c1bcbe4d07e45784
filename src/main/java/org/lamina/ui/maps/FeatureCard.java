package org.lamina.ui.maps;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import org.jspecify.annotations.Nullable;
import org.lamina.app.colour.Picture;
import org.lamina.study.Hierarchy.Feature;
import org.lamina.study.Unit;
import org.lamina.ui.LazyTip;

/// One unit of the strip: its most exciting patches and what kind of feature it is.
final class FeatureCard extends Button {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass FEEDING = PseudoClass.getPseudoClass("feeding");
    private static final double SIDE = 62;
    private static final int COLUMNS = 3;

    private final Unit unit;
    private final Pixels patches = new Pixels();
    private String rule = "";

    FeatureCard(Feature feature, Consumer<Unit> choose) {
        unit = feature.unit();
        setId("feature-" + unit.node() + "-" + unit.index());
        getStyleClass().add("feature-card");
        setGraphic(patches);
        setContentDisplay(ContentDisplay.TOP);
        setAlignment(Pos.TOP_CENTER);
        setGraphicTextGap(3);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> choose.accept(unit));
        LazyTip.install(this, () -> rule);
        show(feature);
    }

    Unit unit() {
        return unit;
    }

    void show(Feature feature) {
        List<Picture> pictures = feature.patches().stream().map(p -> Picture.channelsFirst(p.pixels())).toList();
        if (!pictures.isEmpty())
            patches.draw(Picture.collage(pictures, COLUMNS));
        patches.fit(SIDE, SIDE);
        patches.setVisible(!pictures.isEmpty());
        setText(feature.tag().words());
        rule = "Unit %d. %s".formatted(unit.index() + 1, feature.tag().rule());
        setAccessibleText("Unit %d, %s. %s".formatted(unit.index() + 1, feature.tag().words(), feature.tag().rule()));
    }

    /// @param chosen unit; null for none
    /// @param feeds whether it feeds the chosen one
    void mark(@Nullable Unit chosen, boolean feeds) {
        pseudoClassStateChanged(CHOSEN, unit.equals(chosen));
        pseudoClassStateChanged(FEEDING, feeds);
    }
}
