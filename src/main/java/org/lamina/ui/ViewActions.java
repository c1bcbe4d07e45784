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

    /// One step on, and from the last one back to none.
    Action gamma() {
        return Action.of("gamma", "", null, "Shortcut+Shift+M", () -> {
            int now = Themes.GAMMAS.indexOf(themes.gammaProperty().get());
            themes.gammaProperty().set(Themes.GAMMAS.get((now + 1) % Themes.GAMMAS.size()));
        }).titled(themes.gammaProperty().map(g -> "Show weak numbers more: gamma "
                + (g.doubleValue() == 1 ? "1 (even colours)" : g)));
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
