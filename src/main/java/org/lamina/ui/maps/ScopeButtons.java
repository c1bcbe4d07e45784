package org.lamina.ui.maps;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.lamina.ui.LazyTip;

/// Chooses which numbers share one colour scale: all choices in sight, one click each.
final class ScopeButtons extends HBox {

    private Scope chosen = Scope.LAYER;

    ScopeButtons() {
        super(8);
        setId("maps-scope");
        setAlignment(Pos.CENTER_LEFT);
        SegmentedButton buttons = new SegmentedButton();
        for (Scope scope : Scope.values())
            buttons.getButtons().add(button(scope));
        getChildren().addAll(new Label("Scale"), buttons);
    }

    Scope chosen() {
        return chosen;
    }

    private ToggleButton button(Scope scope) {
        ToggleButton button = new ToggleButton(scope.toString());
        button.setId("maps-scope-" + scope.name().toLowerCase(Locale.ROOT));
        button.setAccessibleText("One colour scale per " + scope);
        LazyTip.install(button, scope::help);
        button.setSelected(scope == chosen);
        button.setOnAction(_ -> {
            button.setSelected(true); // one is always chosen
            chosen = scope;
        });
        return button;
    }
}
