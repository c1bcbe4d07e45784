package org.lamina.data.read;

import java.util.List;
import java.util.stream.Collectors;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSet;

/// Windows of consecutive rows, each with what one column holds after it. Those that validate come last and share no row
/// with those that train.
final class RowWindows implements DataSet {

    private final DataInfo info;
    private final List<Gapless> columns;
    private final int wanted;
    private final int training;
    private final int heldFrom;
    private final List<String> warnings;

    /// @param wanted index of the column to predict
    /// @param training how many windows train, beginning at rows 0, 1, …
    /// @param heldFrom row where the first window begins that validates
    RowWindows(DataInfo info, List<Gapless> columns, int wanted, int training, int heldFrom, List<String> warnings) {
        this.info = info;
        this.columns = List.copyOf(columns);
        this.wanted = wanted;
        this.training = training;
        this.heldFrom = heldFrom;
        this.warnings = List.copyOf(warnings);
    }

    @Override
    public DataInfo info() {
        return info;
    }

    @Override
    public int heldOut() {
        return info.samples() - training;
    }

    @Override
    public void input(int sample, float[] to, int at) {
        int next = at;
        int window = info.input().size(0);
        for (int row = start(sample); row < start(sample) + window; row++)
            for (Gapless column : columns)
                to[next++] = column.values()[row];
    }

    @Override
    public void target(int sample, float[] to, int at) {
        System.arraycopy(columns.get(wanted).values(), start(sample) + info.input().size(0), to, at,
                info.target().width());
    }

    private int start(int sample) {
        return sample < training ? sample : heldFrom + sample - training;
    }

    @Override
    public String preparation() {
        return columns.stream().map(c -> "%s: (x − %.4g) / %.4g".formatted(c.name(), c.mean(), c.deviation()))
                .collect(Collectors.joining("; "));
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }
}
