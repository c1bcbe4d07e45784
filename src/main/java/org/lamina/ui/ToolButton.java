package org.lamina.ui;

import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button that is an icon alone; its tooltip says what it does.
public final class ToolButton extends Button {

    public ToolButton(String id, Ikon icon, String title, Runnable work) {
        super(null, new FontIcon(icon));
        setId(id);
        getStyleClass().add("tool-button");
        setAccessibleText(title);
        LazyTip.install(this, () -> title);
        setOnAction(_ -> work.run());
    }
}
