package org.lamina.data.read;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lamina.data.DataException;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSet;
import org.lamina.data.DataSource;
import org.lamina.data.Progress;
import org.lamina.data.Rows;
import org.lamina.data.Target;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.spec.Location;
import org.lamina.spec.Words;
import org.lamina.tensor.Shape;

/// A table in a text file: one column is to be predicted from the others.
@AutoService(DataSource.class)
@Card(id = "csv", title = "Table (CSV)", keywords = {"tabular", "spreadsheet", "tsv", "columns", "regression"})
@Help("""
        A text file with a row per sample. Columns of numbers are brought to mean 0 and standard deviation 1, columns
        of few different texts become one number per text (one-hot), others are left out. Gaps are filled with the
        column's mean or its most frequent text, and counted.
        """)
public record Csv(
        @Help("The file with the table.") @Location(Location.Kind.FILE) String file,
        @Help("Name of the column to predict. Empty: the last.") String label,
        @Help("**Classes** learns to name one of the column's texts, **values** to predict its number. "
                + "Auto takes values where the column holds fractions or more than 20 different numbers.") Answer answer,
        @Help("Columns to treat differently from what their content suggests, such as `name=ignored, zone=category, rank=numeric`.") String columns,
        @Help("What stands between fields.") Separator separator,
        @Help("Whether the first row holds the columns' names.") Header header) implements DataSource {

    private static final int MOST_WHOLE_CLASSES = 20;

    /// What is learnt from the label column.
    public enum Answer {
        AUTO,
        CLASSES,
        VALUES
    }

    /// What stands between fields.
    public enum Separator {
        AUTO,
        COMMA,
        SEMICOLON,
        TAB,
        BAR;

        char in(String text) {
            return switch (this) {
                case AUTO -> CsvText.separator(text);
                case COMMA -> ',';
                case SEMICOLON -> ';';
                case TAB -> '\t';
                case BAR -> '|';
            };
        }
    }

    /// Whether the first row holds names.
    public enum Header {
        AUTO,
        YES,
        NO
    }

    public Csv() {
        this("", "", Answer.AUTO, "", Separator.AUTO, Header.AUTO);
    }

    @Override
    public DataSource at(Path location) {
        return new Csv(location.toString(), label, answer, columns, separator, header);
    }

    @Override
    public DataSet open(Path base, Progress progress) throws DataException {
        Path path = Reading.file(base, file, "a CSV file");
        Reading.report(progress, Double.NaN, "Reading " + path.getFileName());
        Table table = Table.read(path, separator, header);
        Column target = label.isBlank() ? table.columns().getLast() : table.column(label.strip());
        List<String> warnings = new ArrayList<>(table.warnings());
        List<Integer> rows = IntStream.range(0, target.cells().size())
                .filter(i -> !Column.isGap(target.cells().get(i))).boxed().toList();
        if (rows.size() < target.cells().size())
            warnings.add("%s without a value in the label column '%s' left out."
                    .formatted(Words.count(target.cells().size() - rows.size(), "row"), target.name()));
        if (rows.isEmpty())
            throw new DataException("Needs values in the label column '" + target.name()
                    + "', but all its cells are empty: choose another label column.");
        Encoding encoding = new Encoding(columns, warnings);
        float[][] inputs = encoding.inputs(table, target, rows);
        return rows(inputs, target.rows(rows), encoding.preparation(), warnings);
    }

    private Rows rows(float[][] inputs, Column target, String preparation, List<String> warnings)
            throws DataException {
        boolean values = answer == Answer.AUTO ? isMeasured(target) : answer == Answer.VALUES;
        Shape shape = Shape.vector(inputs[0].length);
        if (!values)
            return new Rows(new DataInfo(shape, new Target.Classes(classes(target)), inputs.length), inputs,
                    labels(target), preparation, warnings);
        if (!target.isNumeric())
            throw new DataException("Needs numbers in the label column '" + target.name()
                    + "' to predict values, but it holds texts: set the answer to classes or choose another column.");
        Features.Scaled scaled = Features.scaled(target);
        String name = "%s, (x − %.4g) / %.4g".formatted(target.name(), scaled.mean(), scaled.deviation());
        return new Rows(new DataInfo(shape, new Target.Values(List.of(name)), inputs.length), inputs,
                single(scaled.values()), preparation, warnings);
    }

    /// Whether a column looks like measured numbers rather than like classes.
    private static boolean isMeasured(Column target) {
        return target.isNumeric() && (!target.isWhole() || target.texts().size() > MOST_WHOLE_CLASSES);
    }

    private static List<String> classes(Column target) throws DataException {
        List<String> texts = target.texts();
        if (texts.size() < 2)
            throw new DataException("Needs at least two classes, but the label column '" + target.name()
                    + "' holds only '" + texts.getFirst() + "': choose another label column.");
        if (texts.size() > Math.max(MOST_WHOLE_CLASSES, target.cells().size() / 2))
            throw new DataException(
                    "Needs several rows of each class, but the label column '%s' holds %,d different texts in %,d rows: choose another label column."
                            .formatted(target.name(), texts.size(), target.cells().size()));
        return texts;
    }

    private static float[][] labels(Column target) {
        List<String> texts = target.texts();
        return target.cells().stream().map(c -> new float[]{texts.indexOf(c)}).toArray(float[][]::new);
    }

    private static float[][] single(float[] values) {
        float[][] rows = new float[values.length][];
        for (int i = 0; i < rows.length; i++)
            rows[i] = new float[]{values[i]};
        return rows;
    }
}
