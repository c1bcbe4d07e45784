package org.lamina.ui;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import org.lamina.ui.theme.Themes;

/// Light or dark, and how large everything is.
final class ViewActions {

    private final Themes themes;

    ViewActions(Themes themes) {
        this.themes = themes;
    }

    Action theme() {
        return Action.of("theme", "", Feather.MOON, "Shortcut+Shift+L",
                () -> themes.themeProperty().set(themes.theme().other()))
                .titled(themes.themeProperty().map(t -> t.isDark() ? "Light theme" : "Dark theme"));
    }

    List<Action> sizes() {
        return List.of(
                Action.of("larger", "Everything larger", null, "Shortcut+PLUS", themes::larger).or("Shortcut+EQUALS",
                        "Shortcut+Shift+EQUALS", "Shortcut+ADD"),
                Action.of("smaller", "Everything smaller", null, "Shortcut+MINUS", themes::smaller)
                        .or("Shortcut+SUBTRACT"),
                Action.of("normal-size", "Normal size", null, "Shortcut+0", themes::normalSize));
    }
}
