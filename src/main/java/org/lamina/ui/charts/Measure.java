package org.lamina.ui.charts;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.lamina.app.curve.Curve;
import org.lamina.app.curve.RunCurves;

/// What a chart shows of a run.
enum Measure {
    LOSS("Loss", "0.####"),
    ACCURACY("Accuracy", "0.##%");

    private final String title;
    private final String pattern;

    Measure(String title, String pattern) {
        this.title = title;
        this.pattern = pattern;
    }

    String title() {
        return title;
    }

    Curve train(RunCurves run) {
        return this == LOSS ? run.trainLoss() : run.trainAccuracy();
    }

    Curve validation(RunCurves run) {
        return this == LOSS ? run.validationLoss() : run.validationAccuracy();
    }

    String words(double value) {
        return Double.isNaN(value) ? "not a number" : format().format(value);
    }

    NumberFormat format() {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
