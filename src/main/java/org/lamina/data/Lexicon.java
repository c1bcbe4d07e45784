package org.lamina.data;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// How the tokens of a vocabulary are written: a text becomes tokens, and tokens a text.
///
/// @param names how each token is written
public record Lexicon(List<String> names) {

    /// The token that stands for all words that are not in the vocabulary.
    public static final String UNKNOWN = "⟨unknown⟩";

    /// A word with its apostrophes, a line's end, or a sign that is no blank.
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+(?:['’][\\p{L}]+)*|\\R|[^\\s]");

    public Lexicon {
        names = List.copyOf(names);
    }

    /// The words and signs of a text.
    public static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /// Whether tokens are words with blanks between; otherwise they are characters.
    public boolean isOfWords() {
        return names.stream().anyMatch(name -> name.codePointCount(0, name.length()) > 1);
    }

    /// @throws DataException naming what the vocabulary does not have
    public int[] tokens(String text) throws DataException {
        List<String> parts = isOfWords() ? words(text) : text.codePoints().mapToObj(Character::toString).toList();
        List<String> missing = parts.stream().filter(p -> token(p) < 0).distinct().toList();
        if (!missing.isEmpty())
            throw new DataException("The vocabulary has no %s: leave %s out, or train on a text that has %s.".formatted(
                    String.join(" ", missing), missing.size() == 1 ? "it" : "them",
                    missing.size() == 1 ? "it" : "them"));
        return parts.stream().mapToInt(this::token).toArray();
    }

    /// A word's place in the vocabulary, or that of the unknown word; −1 where there is neither.
    private int token(String part) {
        int place = names.indexOf(part);
        return place < 0 ? names.indexOf(UNKNOWN) : place;
    }

    /// Tokens as a person reads them: words with blanks between, characters without.
    public String text(int... tokens) {
        StringJoiner text = new StringJoiner(isOfWords() ? " " : "");
        IntStream.of(tokens).mapToObj(names::get).forEach(text::add);
        return text.toString();
    }
}
