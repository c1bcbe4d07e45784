package org.lamina.data.read;

import java.util.List;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSet;

/// Windows of consecutive rows, each with a stretch of one column as its target.
///
/// @param columns their values by row
/// @param wanted index of the column to predict
/// @param ahead rows from a window's first to the first that is predicted
record Windows(DataInfo info, List<float[]> columns, int wanted, int ahead, Stretches stretches, String preparation,
        List<String> warnings) implements DataSet {

    Windows {
        columns = List.copyOf(columns);
        warnings = List.copyOf(warnings);
    }

    @Override
    public int heldOut() {
        return stretches.validating();
    }

    @Override
    public void input(int sample, float[] to, int at) {
        int next = at;
        int start = stretches.start(sample);
        for (int row = start; row < start + info.input().size(0); row++)
            for (float[] column : columns)
                to[next++] = column[row];
    }

    @Override
    public void target(int sample, float[] to, int at) {
        System.arraycopy(columns.get(wanted), stretches.start(sample) + ahead, to, at, info.target().width());
    }
}
