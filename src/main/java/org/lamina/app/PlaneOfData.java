package org.lamina.app;

import org.jspecify.annotations.Nullable;
import org.lamina.study.Plane;

/// The part of the plane where the data set's points are, if they are points of a plane; and what to ask about it.
public final class PlaneOfData {

    /// Cells a row and column.
    private static final int SIDE = 50;

    private final DataModel data;
    private DataPreview.@Nullable Points last;
    private @Nullable Plane question;

    public PlaneOfData(DataModel data) {
        this.data = data;
    }

    /// The points; while they are made anew, those of before. Null for any other data set.
    public DataPreview.@Nullable Points points() {
        Reading reading = data.readingProperty().get();
        if (reading instanceof Reading.Busy)
            return last;
        DataPreview preview = reading.preview();
        DataPreview.Points now = preview != null && preview.look() instanceof DataPreview.Points points ? points : null;
        if (now != last) {
            last = now;
            question = now == null ? null : new Plane(reach(now), SIDE);
        }
        return last;
    }

    /// What every view of the plane asks, so that it is answered once for all; null where there is no plane.
    public @Nullable Plane question() {
        return points() == null ? null : question;
    }

    /// A little more than the farthest point, in steps of a tenth.
    private static float reach(DataPreview.Points points) {
        float farthest = 0.1f;
        for (int i = 0; i < points.x().length; i++)
            farthest = Math.max(farthest, Math.max(Math.abs(points.x()[i]), Math.abs(points.y()[i])));
        return (float) Math.ceil(farthest * 10.5) / 10;
    }
}
