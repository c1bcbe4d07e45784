package org.lamina.spec;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words for people made from names and numbers of the code.
public final class Words {

    private static final Map<String, String> NAMES = Stream
            .of("AdamW", "CNN", "CSV", "ELU", "GAN", "GELU", "GPT", "GRU",
                    "LSTM", "MLP", "MNIST", "ReLU", "SGD")
            .collect(Collectors.toMap(n -> n.toLowerCase(Locale.ROOT), n -> n));

    /// Of several words, and of words with numbers.
    private static final Map<String, String> SPELLINGS = Map.of("cross entropy", "cross-entropy", "beta1", "beta 1",
            "beta2",
            "beta 2");

    private Words() {}

    /// `learningRate` and `LEARNING_RATE` become `Learning rate`; names keep their spelling, as `AdamW` does.
    public static String title(String name) {
        String spaced = name.equals(name.toUpperCase(Locale.ROOT))
                ? name.replace('_', ' ')
                : name.replaceAll("([a-z0-9])([A-Z])", "$1 $2");
        String words = Arrays.stream(spaced.toLowerCase(Locale.ROOT).split(" ", -1))
                .map(word -> NAMES.getOrDefault(word, word)).collect(Collectors.joining(" "));
        for (Map.Entry<String, String> spelling : SPELLINGS.entrySet())
            words = words.replace(spelling.getKey(), spelling.getValue());
        return sentence(words);
    }

    /// `64`, `0.001`, `1e-5`: as short as it can be written and read back as the same number.
    public static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e15)
            return String.valueOf((long) value);
        return size >= 1e-4 && size < 1e7
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }

    /// The same words with a capital at the beginning.
    public static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// `1 layer`, `1,200 layers`.
    public static String count(long number, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", number, one, number == 1 ? "" : "s");
    }

    /// `0:07`, `12:30`, `1:02:03`; `?` while unknown.
    public static String time(double seconds) {
        if (!Double.isFinite(seconds))
            return "?";
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
