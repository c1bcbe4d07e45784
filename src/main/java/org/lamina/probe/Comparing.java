package org.lamina.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamina.study.Picture;
import org.lamina.study.Similarity;

/// Compares what every two layers give for the same pictures.
final class Comparing implements Study {

    private final Subject.@Nullable Opened other;
    private final int pictures;
    private final Kernels rows;
    private final Kernels columns;
    private final List<double[]> values = new ArrayList<>();

    Comparing(Similarity question, Subject subject) throws Unanswerable {
        List<Picture> shown = Arrays.stream(Probing.spread(subject.split().validation().length, question.pictures()))
                .<Picture>mapToObj(Picture.Validation::new).toList();
        pictures = shown.size();
        other = question.other() == null ? null : subject.run(question.other());
        rows = new Kernels(subject, shown);
        columns = other == null ? rows : new Kernels(other, shown);
    }

    @Override
    public Optional<Similarity.Found> advance() throws Exception {
        if (!rows.isDone())
            rows.advance();
        else if (!columns.isDone())
            columns.advance();
        else
            values.add(row(rows.units().get(values.size())));
        return isDone() ? Optional.of(new Similarity.Found(rows.layers(), columns.layers(),
                values.toArray(double[][]::new), pictures)) : Optional.empty();
    }

    private double[] row(float[] unit) {
        return columns.units().stream().mapToDouble(column -> Kernel.alignment(unit, column)).toArray();
    }

    @Override
    public boolean isDone() {
        return rows.isDone() && columns.isDone() && values.size() == rows.layers().size();
    }

    @Override
    public void close() {
        if (other != null)
            other.close();
    }
}
