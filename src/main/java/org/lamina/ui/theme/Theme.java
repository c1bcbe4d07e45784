package org.lamina.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;

/// A look of the whole window, and the same colours for what no style sheet reaches, such as charts and pixels.
///
/// The series colours are Okabe and Ito's (2008), which people with colour-blindness tell apart.
public enum Theme {
    LIGHT(new PrimerLight(), "#ffffff", "#24292f", "#57606a", "#d0d7de"), //
    DARK(new PrimerDark(), "#0d1117", "#c9d1d9", "#8b949e", "#30363d");

    private static final List<String> SERIES = List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9",
            "#f0e442", "#999999");
    private static final List<String> SERIES_ON_DARK = List.of("#56b4e9", "#e69f00", "#2fc39a", "#cc79a7", "#f0803c",
            "#7fb2ff", "#f0e442", "#bbbbbb");

    private final String stylesheet;
    private final String background;
    private final String foreground;
    private final String muted;
    private final String line;

    Theme(atlantafx.base.theme.Theme base, String background, String foreground, String muted, String line) {
        this.stylesheet = base.getUserAgentStylesheet();
        this.background = background;
        this.foreground = foreground;
        this.muted = muted;
        this.line = line;
    }

    /// The theme of that name; light where there is none.
    public static Theme named(String name) {
        return name.equalsIgnoreCase(DARK.name()) ? DARK : LIGHT;
    }

    /// As settings and the command line write it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isDark() {
        return this == DARK;
    }

    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    String stylesheet() {
        return stylesheet;
    }

    /// As `#rrggbb`, like all colours here.
    public String background() {
        return background;
    }

    public String foreground() {
        return foreground;
    }

    /// For axis labels and other text that steps back.
    public String muted() {
        return muted;
    }

    /// For frames and grid lines.
    public String line() {
        return line;
    }

    /// Colours of series and classes, told apart on this background.
    public List<String> series() {
        return isDark() ? SERIES_ON_DARK : SERIES;
    }
}
