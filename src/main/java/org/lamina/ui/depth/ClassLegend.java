package org.lamina.ui.depth;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.lamina.ui.theme.Theme;

/// Which mark stands for which class.
final class ClassLegend extends FlowPane {

    private static final int MOST = 20;

    ClassLegend() {
        super(10, 2);
    }

    /// @param names of the classes; empty where samples have none
    void show(List<String> names, Theme theme) {
        getChildren().clear();
        if (names.isEmpty()) {
            getChildren().add(new Label("Samples have no classes here: all points have one colour"));
            return;
        }
        for (int i = 0; i < Math.min(MOST, names.size()); i++)
            getChildren().add(new Label(names.get(i), ClassMarks.icon(i, theme)));
        if (names.size() > MOST)
            getChildren().add(new Label("and %,d more".formatted(names.size() - MOST)));
        getChildren().add(new Label("hollow: answered wrongly"));
    }
}
