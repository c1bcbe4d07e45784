package org.lamina.data.read;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lamina.data.DataException;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSet;
import org.lamina.data.DataSource;
import org.lamina.data.Progress;
import org.lamina.data.Target;
import org.lamina.data.read.Csv.Header;
import org.lamina.data.read.Csv.Separator;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.spec.Int;
import org.lamina.spec.Location;
import org.lamina.spec.Real;
import org.lamina.tensor.Shape;

/// A table whose rows follow each other in time: from a window of rows, the rows after it are to be predicted.
@AutoService(DataSource.class)
@Card(id = "series", title = "Time series (CSV)", keywords = {"sequence", "forecast", "window", "horizon", "lstm",
        "temperature", "prices"})
@Help("""
        A text file with a row per time step. A sample is a **window** of rows with all columns of numbers; one column's
        values in the **horizon** after it are to be predicted. Columns are brought to mean 0 and standard deviation 1 by
        the rows that train. The end of the table is kept apart for validation.
        """)
public record Series(
        @Help("The file with the table.") @Location(Location.Kind.FILE) String file,
        @Help("Name of the column to predict. Empty: the last column of numbers.") String target,
        @Help("Rows that are given.") @Int(min = 1, max = 65_536, soft = 200, unit = "rows") int window,
        @Help("Rows to predict.") @Int(min = 1, max = 4096, soft = 50, unit = "rows") int horizon,
        @Help("Share of the table, at its end, that validates.") @Real(min = 0.01, max = 0.9, soft = 0.5) double heldOut,
        @Help("What stands between fields.") Separator separator,
        @Help("Whether the first row holds the columns' names.") Header header) implements DataSource {

    public Series() {
        this("", "", 30, 1, 0.2, Separator.AUTO, Header.AUTO);
    }

    @Override
    public DataSource at(Path location) {
        return new Series(location.toString(), target, window, horizon, heldOut, separator, header);
    }

    @Override
    public DataSet open(Path base, Progress progress) throws DataException {
        Path path = Reading.file(base, file, "a CSV file");
        Reading.report(progress, Double.NaN, "Reading " + path.getFileName());
        Table table = Table.read(path, separator, header);
        List<Column> numbers = table.columns().stream().filter(Column::isNumeric).toList();
        Column wanted = target.isBlank() ? last(numbers, path) : table.column(target.strip());
        if (!wanted.isNumeric())
            throw new DataException("Needs numbers in the column '" + wanted.name()
                    + "' to predict it, but it holds texts: choose another column.");
        List<String> warnings = new ArrayList<>(table.warnings());
        for (Column column : table.columns())
            if (!numbers.contains(column))
                warnings.add("The column '%s' holds texts and was left out.".formatted(column.name()));
        return windows(numbers, numbers.indexOf(wanted), warnings, path);
    }

    private static Column last(List<Column> numbers, Path path) throws DataException {
        if (numbers.isEmpty())
            throw new DataException("Needs a column of numbers, but " + path + " has none: choose another file.");
        return numbers.getLast();
    }

    private DataSet windows(List<Column> columns, int wanted, List<String> warnings, Path path) throws DataException {
        int rows = columns.getFirst().cells().size();
        int span = window + horizon;
        if (rows < 2 * span)
            throw new DataException(
                    "Needs at least %,d rows for one sample to train and one to validate, but %s has %,d: choose a shorter window."
                            .formatted(2 * span, path, rows));
        Stretches stretches = Stretches.of(rows, span, 1, 1, heldOut);
        List<Gapless> values = new ArrayList<>();
        for (Column column : columns)
            values.add(Gapless.of(column, stretches.heldFrom(), warnings));
        Gapless answer = values.get(wanted);
        List<String> names = IntStream.rangeClosed(1, horizon)
                .mapToObj(h -> "%s t+%d, (x − %.4g) / %.4g".formatted(columns.get(wanted).name(), h, answer.mean(),
                        answer.deviation()))
                .toList();
        DataInfo info = new DataInfo(Shape.sequence(window, columns.size()), new Target.Values(names),
                stretches.count());
        String preparation = values.stream()
                .map(c -> "%s: (x − %.4g) / %.4g".formatted(c.name(), c.mean(), c.deviation()))
                .collect(Collectors.joining("; "));
        return new Windows(info, values.stream().map(Gapless::values).toList(), wanted, window, stretches, preparation,
                warnings);
    }
}
