package org.lamina.data.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lamina.data.Lexicon;

/// A text as tokens.
///
/// @param names how each token is written
/// @param tokens the text, each token as its place among the names
record Vocabulary(List<String> names, int[] tokens) {

    /// All characters (code points), in Unicode's order.
    static Vocabulary characters(String text) {
        int[] known = text.codePoints().distinct().sorted().toArray();
        List<String> names = Arrays.stream(known).mapToObj(Character::toString).toList();
        return new Vocabulary(names, text.codePoints().map(c -> Arrays.binarySearch(known, c)).toArray());
    }

    /// Words and signs, the most frequent first; equally frequent ones by alphabet.
    ///
    /// @param most how many are told apart, the one for all others included
    static Vocabulary words(String text, int most, List<String> warnings) {
        List<String> words = Lexicon.words(text);
        Map<String, Integer> counts = new HashMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        List<String> names = new ArrayList<>(counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).limit(counts.size() > most ? most - 1L : most).toList());
        Map<String, Integer> places = new HashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        int unknown = names.size();
        int[] tokens = words.stream().mapToInt(word -> places.getOrDefault(word, unknown)).toArray();
        if (counts.size() > most) {
            names.add(Lexicon.UNKNOWN);
            warnings.add("%,d of %,d different words are rare and became %s.".formatted(counts.size() - unknown,
                    counts.size(), Lexicon.UNKNOWN));
        }
        return new Vocabulary(names, tokens);
    }
}
