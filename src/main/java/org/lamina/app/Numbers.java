package org.lamina.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.lamina.app.colour.Units;
import org.lamina.file.WholeFile;
import org.lamina.tensor.Tensor;

/// A table of numbers to take away. Its rows are made as they are written, so that a layer of millions of numbers takes no
/// memory.
///
/// @param columns heads, with the unit where there is one
/// @param count of the rows
/// @param row cells of a row: numbers, or words; empty words and NaN where there is nothing. Any thread may ask
public record Numbers(List<String> columns, int count, IntFunction<List<?>> row) {

    public static final Numbers NONE = new Numbers(List.of(), 0, _ -> List.of());

    /// Of pictures and vectors, number by number, everything counted from 1.
    private static final List<String> GRID = List.of("part", "unit", "row", "column", "value");

    public Numbers {
        columns = List.copyOf(columns);
    }

    public static Numbers of(List<String> columns, List<? extends List<?>> rows) {
        return new Numbers(columns, rows.size(), rows::get);
    }

    /// Each number of a picture, or of many of equal size.
    ///
    /// @param part what it is of
    public static Numbers grid(String part, Units units) {
        int plane = units.width() * units.height();
        return new Numbers(GRID, units.values().length, i -> List.of(part, i / plane + 1,
                i % plane / units.width() + 1, i % units.width() + 1, units.values()[i]));
    }

    /// Each number of what a node takes or gives, channels first.
    public static Numbers grid(String part, Tensor values) {
        return grid(part, Units.ofOutput(values));
    }

    /// One number under a name, to stand among those of pictures.
    public static Numbers named(String part, String name, double value) {
        return of(GRID, List.of(List.of(part, name, "", "", value)));
    }

    /// One after the other; all that are not empty have the same columns.
    public static Numbers joined(List<Numbers> parts) {
        List<Numbers> all = parts.stream().filter(p -> !p.isEmpty()).toList();
        if (all.isEmpty())
            return NONE;
        int count = all.stream().mapToInt(Numbers::count).reduce(0, Math::addExact);
        return new Numbers(all.getFirst().columns, count, i -> row(all, i));
    }

    private static List<?> row(List<Numbers> parts, int index) {
        int at = index;
        int part = 0;
        while (at >= parts.get(part).count)
            at -= parts.get(part++).count;
        return parts.get(part).row.apply(at);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /// Comma-separated values as RFC 4180 has them, with a head line and a dot as the decimal sign.
    public String csv() {
        StringWriter text = new StringWriter();
        try {
            write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// @throws IOException where it cannot be written; what was there before is still there
    public void save(Path file) throws IOException {
        WholeFile.write(file, draft -> {
            try (BufferedWriter out = Files.newBufferedWriter(draft)) {
                write(out);
            }
        });
    }

    private void write(Writer out) throws IOException {
        out.write(line(columns));
        for (int i = 0; i < count; i++)
            out.write(line(row.apply(i)));
    }

    private static String line(List<?> cells) {
        return cells.stream().map(Numbers::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        String text = value instanceof Number number && Double.isNaN(number.doubleValue()) ? "" : value.toString();
        return text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n') ? text
                : '"' + text.replace("\"", "\"\"") + '"';
    }
}
