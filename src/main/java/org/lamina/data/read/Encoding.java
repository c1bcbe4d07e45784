package org.lamina.data.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamina.data.DataException;
import org.lamina.spec.Words;

/// Decides what becomes of each column and turns the columns into samples.
final class Encoding {
    private static final int MOST_CATEGORIES = 32;

    private final String wishes;
    private final List<String> warnings;
    private final List<String> steps = new ArrayList<>();

    /// @param wishes `column=type` pairs, separated by commas
    /// @param warnings where gaps and columns left out are told
    Encoding(String wishes, List<String> warnings) {
        this.wishes = wishes;
        this.warnings = warnings;
    }

    /// The inputs of the given rows: every column but the target.
    float[][] inputs(Table table, Column target, List<Integer> rows) throws DataException {
        Map<Column, Column.Type> wished = wished(table);
        List<float[]> features = new ArrayList<>();
        for (Column column : table.columns())
            if (column != target) {
                Column kept = column.rows(rows);
                features.addAll(encoded(kept, wished.getOrDefault(column, natural(kept))));
            }
        if (features.isEmpty())
            throw new DataException("Needs at least one column to predict '" + target.name()
                    + "' from, but all others are left out: name one in the columns field, such as "
                    + table.columns().getFirst().name() + "=category.");
        Reading.checkMemory(4.0 * features.size() * rows.size(), "The table");
        return transposed(features, rows.size());
    }

    /// What was done with each column, in the order of the inputs: `age: (x − 38.2) / 12.9; colour: one-hot red, green`.
    String preparation() {
        return String.join("; ", steps);
    }

    private Map<Column, Column.Type> wished(Table table) throws DataException {
        Map<Column, Column.Type> types = new HashMap<>();
        for (String wish : Stream.of(wishes.split(",", -1)).filter(w -> !w.isBlank()).toList()) {
            int sign = wish.lastIndexOf('=');
            if (sign < 0)
                throw new DataException("Needs pairs such as name=ignored in the columns field, got '" + wish.strip()
                        + "'.");
            types.put(table.column(wish.substring(0, sign).strip()), type(wish.substring(sign + 1).strip()));
        }
        return types;
    }

    private static Column.Type type(String text) throws DataException {
        for (Column.Type type : Column.Type.values())
            if (type.name().equalsIgnoreCase(text))
                return type;
        throw new DataException(
                "Needs one of " + Stream.of(Column.Type.values()).map(t -> t.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")) + " as a column's type, got '" + text + "'.");
    }

    private Column.Type natural(Column column) {
        if (column.isNumeric())
            return Column.Type.NUMERIC;
        int texts = column.texts().size();
        if (texts > 0 && texts <= MOST_CATEGORIES)
            return Column.Type.CATEGORY;
        warnings.add(texts == 0 ? "Column '%s' is empty and was left out.".formatted(column.name())
                : "Column '%s' holds %,d different texts, more than %d, and was left out.".formatted(column.name(),
                        texts, MOST_CATEGORIES));
        return Column.Type.IGNORED;
    }

    private List<float[]> encoded(Column column, Column.Type type) throws DataException {
        return switch (type) {
            case IGNORED -> List.of();
            case NUMERIC -> {
                if (!column.isNumeric())
                    throw new DataException("Needs numbers in the column '" + column.name() + "', got '"
                            + column.cells().stream().filter(c -> !Column.isGap(c) && !Column.isNumber(c)).findFirst()
                                    .orElse("nothing but gaps")
                            + "': make it a category or ignore it.");
                tellGaps(column, "the mean");
                Features.Scaled scaled = Features.scaled(column);
                steps.add(column.name() + (scaled.deviation() > 0
                        ? ": (x − %.6g) / %.6g".formatted(scaled.mean(), scaled.deviation())
                        : ": always 0"));
                yield List.of(scaled.values());
            }
            case CATEGORY -> {
                tellGaps(column, "'" + column.mode() + "'");
                steps.add(column.name() + ": one-hot " + String.join(", ", column.texts()));
                yield Features.oneHot(column);
            }
        };
    }

    private void tellGaps(Column column, String filler) {
        if (column.gaps() > 0)
            warnings.add(
                    "%s in column '%s' %s filled with %s.".formatted(Words.count(column.gaps(), "gap"), column.name(),
                            column.gaps() == 1 ? "was" : "were", filler));
    }

    private static float[][] transposed(List<float[]> features, int rows) {
        float[][] inputs = new float[rows][features.size()];
        for (int row = 0; row < rows; row++)
            for (int feature = 0; feature < features.size(); feature++)
                inputs[row][feature] = features.get(feature)[row];
        return inputs;
    }
}
