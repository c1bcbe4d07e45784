package org.lamina.app;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Graph;

/// An architecture that a new project can begin with, for the gallery.
///
/// @param kind what it is for, in a word
/// @param paper who published it, and when
/// @param help what it is good for
/// @param keywords other words under which search finds it
/// @param published its published size; null where it learns on the spot in that size
public record TemplateCard(String id, String title, String kind, String paper, String help, List<String> keywords,
        Graph graph,
        long parameters, @Nullable Published published) {

    /// A network in the size it was published in.
    public record Published(String name, long parameters) {}

    /// Whether a search finds it.
    boolean matches(String[] words) {
        String all = String.join(" ", title, kind, paper, help, String.join(" ", keywords),
                published == null ? "" : published.name())
                .toLowerCase(Locale.ROOT);
        for (String word : words)
            if (!all.contains(word))
                return false;
        return true;
    }
}
