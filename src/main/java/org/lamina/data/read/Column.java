package org.lamina.data.read;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One column of a table as text.
record Column(String name, List<String> cells) {
    private static final Set<String> GAPS = Set.of("", "na", "n/a", "nan", "null", "none", "?", "-");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][-+]?\\d{1,3})?");

    /// What is done with a column.
    enum Type {
        /// One number per row.
        NUMERIC,
        /// One of several texts, as one number per text: 1 for the row's, 0 for the others (one-hot).
        CATEGORY,
        /// Left out.
        IGNORED
    }

    static boolean isGap(String cell) {
        return GAPS.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    static boolean isNumber(String cell) {
        return NUMBER.matcher(cell.strip()).matches() && Double.isFinite(number(cell));
    }

    /// @return NaN for what is no number
    static double number(String cell) {
        return NUMBER.matcher(cell.strip()).matches() ? Double.parseDouble(cell.strip().replace(',', '.')) : Double.NaN;
    }

    /// The column with some rows only.
    Column rows(List<Integer> rows) {
        return new Column(name, rows.stream().map(cells::get).toList());
    }

    boolean isNumeric() {
        return hasValues() && cells.stream().allMatch(c -> isGap(c) || isNumber(c));
    }

    boolean isWhole() {
        return isNumeric() && cells.stream().filter(c -> !isGap(c)).allMatch(c -> number(c) == Math.rint(number(c)));
    }

    boolean hasValues() {
        return cells.stream().anyMatch(c -> !isGap(c));
    }

    long gaps() {
        return cells.stream().filter(Column::isGap).count();
    }

    /// The different texts, gaps left out: numbers by size, others by alphabet.
    List<String> texts() {
        Comparator<String> order = isNumeric() ? Comparator.comparingDouble(Column::number) : Comparator.naturalOrder();
        return cells.stream().filter(c -> !isGap(c)).distinct().sorted(order).toList();
    }

    /// The most frequent text; of equally frequent ones the first by alphabet.
    String mode() {
        Map<String, Long> counts = cells.stream().filter(c -> !isGap(c))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).orElse("");
    }
}
