package org.lamina.ui.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.lamina.study.Hierarchy.Feature;
import org.lamina.study.Hierarchy.Stage;
import org.lamina.study.Unit;
import org.lamina.ui.LazyTip;

/// One depth of the strip: what it sees, how selective its units are, and the strongest of them.
final class StageRow extends HBox {

    private static final double WIDTH = 132;

    private final Consumer<Unit> choose;
    private final Label title = new Label();
    private final Label words = new Label();
    private final HBox cards = new HBox(6);
    private List<FeatureCard> shown = List.of();
    private List<Object> drawn = List.of();

    StageRow(Consumer<Unit> choose) {
        super(10);
        this.choose = choose;
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("part-title");
        title.setWrapText(true);
        words.getStyleClass().add("live-text");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        LazyTip.install(words, () -> "Class selectivity: (mean response to the favourite class − mean response to all "
                + "others) / their sum, averaged over all units of this depth (Morcos et al., 2018)");
        VBox head = new VBox(2, title, words);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinWidth(WIDTH);
        head.setMaxWidth(WIDTH);
        getChildren().addAll(head, cards);
    }

    /// @param classes whether there are classes to be selective for
    void show(String name, Stage stage, boolean classes) {
        List<Object> now = List.of(name, stage, classes);
        if (now.equals(drawn))
            return;
        drawn = now;
        title.setText(name);
        words.setText("sees %d×%d".formatted(stage.field()[0], stage.field()[1])
                + (classes ? "%nselectivity %.2f".formatted(stage.selectivity()) : ""));
        List<FeatureCard> next = new ArrayList<>();
        for (int i = 0; i < stage.features().size(); i++)
            next.add(card(i, stage.features().get(i)));
        if (!next.equals(shown))
            cards.getChildren().setAll(next);
        shown = next;
    }

    /// The card that is there already, where it is of the same unit.
    private FeatureCard card(int place, Feature feature) {
        if (place >= shown.size() || !shown.get(place).unit().equals(feature.unit()))
            return new FeatureCard(feature, choose);
        shown.get(place).show(feature);
        return shown.get(place);
    }

    List<FeatureCard> cards() {
        return shown;
    }
}
