package org.lamina.app;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lamina.spec.Card;
import org.lamina.spec.Layer;

/// Finds layers by what a person types: the beginning of a word counts more than a part of it, a part more than letters
/// in order, the title more than other words.
public final class LayerSearch {

    private static final int NONE = Integer.MAX_VALUE;

    private LayerSearch() {}

    /// Matches, best first; all layers in their own order for an empty text.
    public static List<Layer> find(List<Layer> layers, String text) {
        return find(layers, text, _ -> true);
    }

    /// The same, with the layers that are preferred before the others.
    public static List<Layer> find(List<Layer> layers, String text, Predicate<Layer> preferred) {
        String query = normal(text);
        record Hit(Layer layer, int rank, boolean liked) {}
        return layers.stream().map(l -> new Hit(l, rank(l.card(), query), preferred.test(l)))
                .filter(h -> h.rank != NONE)
                .sorted(Comparator.comparing((Hit h) -> !h.liked).thenComparingInt(Hit::rank))
                .map(Hit::layer).toList();
    }

    private static int rank(Card card, String query) {
        if (query.isEmpty())
            return 0;
        int title = weighed(rank(normal(card.title()), query), 0);
        int other = Stream.concat(Arrays.stream(card.keywords()), Stream.of(card.family().title()))
                .mapToInt(k -> rank(normal(k), query)).min().orElse(NONE);
        return Math.min(title, other >= 3 ? NONE : weighed(other, 3));
    }

    /// Two steps apart, so that other words fall between what titles weigh.
    private static int weighed(int rank, int behind) {
        return rank == NONE ? NONE : 2 * rank + behind;
    }

    private static int rank(String words, String query) {
        if (words.startsWith(query))
            return 0;
        if (words.contains(" " + query))
            return 1;
        if (words.contains(query) || words.replace(" ", "").contains(query.replace(" ", "")))
            return 2;
        return isSubsequence(query.replace(" ", ""), words) ? 4 : NONE;
    }

    private static boolean isSubsequence(String query, String words) {
        int found = 0;
        for (int i = 0; i < words.length() && found < query.length(); i++)
            if (words.charAt(i) == query.charAt(found))
                found++;
        return found == query.length();
    }

    private static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('-', ' ');
    }
}
