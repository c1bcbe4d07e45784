package org.lamina.data.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.lamina.data.DataException;
import org.lamina.data.read.Csv.Header;
import org.lamina.data.read.Csv.Separator;
import org.lamina.spec.Words;

/// Columns of equal length with different names.
record Table(List<Column> columns, List<String> warnings) {

    private static final double MEMORY_PER_BYTE = 12;

    static Table read(Path file, Separator separator, Header header) throws DataException {
        Decoded decoded = Decoded.read(file, MEMORY_PER_BYTE);
        String text = decoded.text();
        List<CSVRecord> records = CsvText.records(text, separator.in(text), file);
        if (records.isEmpty())
            throw new DataException("Needs a table with rows, but " + file + " is empty: choose another file.");
        int width = records.getFirst().size();
        if (width < 2)
            throw new DataException("Needs at least two columns, one of them to predict, but " + file
                    + " has one: choose another file or another separator.");
        List<CSVRecord> whole = records.stream().filter(r -> r.size() == width).toList();
        boolean named = header == Header.AUTO ? looksNamed(whole, width) : header == Header.YES;
        List<CSVRecord> rows = named ? whole.subList(1, whole.size()) : whole;
        if (rows.isEmpty())
            throw new DataException("Needs rows below the names of the columns, but " + file + " has none.");
        List<String> names = names(whole.getFirst(), named);
        List<Column> columns = IntStream.range(0, width).mapToObj(c -> column(names.get(c), rows, c)).toList();
        List<String> warnings = new ArrayList<>(decoded.warnings());
        warnings.addAll(misfits(records, width));
        return new Table(columns, warnings);
    }

    /// @throws DataException where no column has that name
    Column column(String name) throws DataException {
        return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> new DataException("There is no column '" + name + "'. The columns are: "
                        + columns.stream().limit(50).map(Column::name).collect(Collectors.joining(", ")) + "."));
    }

    /// The first row names the columns where it holds no number though a column below is one of numbers, or, in a
    /// table of texts, where none of its texts comes again below.
    private static boolean looksNamed(List<CSVRecord> records, int width) {
        CSVRecord first = records.getFirst();
        List<CSVRecord> rest = records.subList(1, records.size());
        if (rest.isEmpty() || first.stream().anyMatch(Column::isNumber))
            return false;
        List<Column> below = IntStream.range(0, width).mapToObj(c -> column("", rest, c)).toList();
        return below.stream().anyMatch(Column::isNumeric)
                || IntStream.range(0, width).noneMatch(c -> below.get(c).cells().contains(first.get(c)));
    }

    private static Column column(String name, List<CSVRecord> rows, int index) {
        return new Column(name, rows.stream().map(r -> r.get(index)).toList());
    }

    private static List<String> names(CSVRecord first, boolean named) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < first.size(); i++) {
            String name = named && !first.get(i).isBlank() ? first.get(i).strip() : "column " + (i + 1);
            names.add(taken.add(name) ? name : name + " (" + (i + 1) + ")");
        }
        return names;
    }

    private static List<String> misfits(List<CSVRecord> records, int width) {
        List<CSVRecord> misfits = records.stream().filter(r -> r.size() != width).toList();
        if (misfits.isEmpty())
            return List.of();
        String which = misfits.stream().limit(5).map(r -> String.valueOf(r.getRecordNumber()))
                .collect(Collectors.joining(", "));
        return List.of("%s with other than %d fields left out: %s%s.".formatted(
                Words.count(misfits.size(), "record"), width, which, misfits.size() > 5 ? ", …" : ""));
    }
}
