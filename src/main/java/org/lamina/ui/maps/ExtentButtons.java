package org.lamina.ui.maps;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.lamina.app.colour.Extent;
import org.lamina.ui.LazyTip;

/// Chooses which numbers share one colour scale: all choices in sight, one click each.
final class ExtentButtons extends HBox {

    private final ObjectProperty<Extent> chosen;

    ExtentButtons(ObjectProperty<Extent> chosen) {
        super(8);
        this.chosen = chosen;
        setId("maps-scope");
        setAlignment(Pos.CENTER_LEFT);
        SegmentedButton buttons = new SegmentedButton();
        for (Extent extent : Extent.values())
            buttons.getButtons().add(button(extent));
        getChildren().addAll(new Label("Scale"), buttons);
    }

    private ToggleButton button(Extent extent) {
        ToggleButton button = new ToggleButton(extent.toString());
        button.setId("maps-scope-" + extent.name().toLowerCase(Locale.ROOT));
        button.setAccessibleText("One colour scale per " + extent);
        LazyTip.install(button, extent::help);
        button.setSelected(extent == chosen.get());
        button.setOnAction(_ -> {
            button.setSelected(true); // one is always chosen
            chosen.set(extent);
        });
        return button;
    }
}
