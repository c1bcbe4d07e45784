package org.lamina.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.lamina.data.Augmentation;
import org.lamina.data.DataSet;
import org.lamina.data.Split;
import org.lamina.data.Target;
import org.lamina.tensor.Shape;

/// What a person sees of a data set before training.
///
/// @param names of the classes, or of the values to predict
/// @param counts samples by class; empty for regression
/// @param train how many samples train
/// @param validation how many samples are kept apart
public record DataPreview(Shape input, List<String> names, int[] counts, int samples, int train, int validation,
        List<String> warnings, Look look) {

    private static final int PICTURES_PER_CLASS = 12;
    private static final int MOST_POINTS = 2000;
    private static final int MOST_ROWS = 50;

    /// Some samples in the form that suits them.
    public sealed interface Look {}

    /// @param argb pictures by class, each width×height pixels
    public record Pictures(int width, int height, List<List<int[]>> argb) implements Look {}

    /// Points of a plane. @param label class of each, or 0
    public record Points(float[] x, float[] y, int[] label) implements Look {}

    /// Values as the network gets them, the target last.
    public record Rows(List<String> header, List<List<String>> rows) implements Look {}

    /// The points or rows that are shown, else the samples by class.
    public Numbers numbers() {
        return switch (look) {
            case Points(float[] x, float[] y, int[] label) -> new Numbers(List.of("x", "y", "class"), x.length,
                    i -> List.of(x[i], y[i], isClasses() ? names.get(label[i]) : ""));
            case Rows(List<String> header, List<List<String>> rows) -> Numbers.of(header, rows);
            case Pictures _ when isClasses() -> new Numbers(List.of("class", "samples"), counts.length,
                    i -> List.of(names.get(i), counts[i]));
            case Pictures _ -> Numbers.of(List.of("samples", "that train", "for validation"),
                    List.of(List.of(samples, train, validation)));
        };
    }

    public boolean isClasses() {
        return counts.length > 0;
    }

    /// Reads what is needed from an opened set. Not on the FX thread.
    public static DataPreview of(DataSet set, double validationShare, long seed) {
        Target target = set.info().target();
        boolean classes = target instanceof Target.Classes;
        int[] labels = classes ? set.classes() : new int[set.info().samples()];
        int[] counts = new int[classes ? target.names().size() : 0];
        if (classes)
            Arrays.stream(labels).forEach(l -> counts[l]++);
        Split split = Split.of(set, validationShare, seed);
        return new DataPreview(set.info().input(), target.names(), counts, labels.length, split.train().length,
                split.validation().length, set.warnings(), look(set, labels, counts.length));
    }

    private static Look look(DataSet set, int[] labels, int classes) {
        Shape input = set.info().input();
        if (input.isImage())
            return pictures(set, labels, Math.max(1, classes));
        if (input.isTokens())
            return texts(set);
        return input.isVector() && input.size(0) == 2 ? points(set, labels) : rows(set);
    }

    private static Look pictures(DataSet set, int[] labels, int classes) {
        Shape shape = set.info().input();
        List<List<int[]>> byClass = new ArrayList<>();
        for (int c = 0; c < classes; c++)
            byClass.add(new ArrayList<>());
        float[] pixels = new float[(int) shape.elements()];
        for (int i = 0; i < labels.length; i++) {
            if (byClass.get(labels[i]).size() == PICTURES_PER_CLASS)
                continue;
            set.input(i, pixels, 0);
            byClass.get(labels[i]).add(argb(pixels, shape.size(0)));
        }
        return new Pictures(shape.size(2), shape.size(1), byClass);
    }

    /// Channels last; one channel is grey, of more the first three are red, green and blue.
    private static int[] argb(float[] pixels, int channels) {
        int[] argb = new int[pixels.length / channels];
        for (int i = 0; i < argb.length; i++) {
            int at = i * channels;
            int red = level(pixels[at]);
            argb[i] = 0xff000000 | red << 16 | (channels < 3 ? red << 8 | red
                    : level(pixels[at + 1]) << 8 | level(pixels[at + 2]));
        }
        return argb;
    }

    /// The pictures as training may see them; empty where there are none.
    public Optional<Pictures> augmented(Augmentation augmentation, long seed) {
        if (!(look instanceof Pictures pictures))
            return Optional.empty();
        SplittableRandom random = new SplittableRandom(seed);
        return Optional.of(new Pictures(pictures.width(), pictures.height(),
                pictures.argb().stream()
                        .map(row -> row.stream().map(p -> augmented(p, augmentation, random.split())).toList())
                        .toList()));
    }

    private int[] augmented(int[] argb, Augmentation augmentation, SplittableRandom random) {
        int channels = input.size(0);
        float[] pixels = new float[argb.length * channels];
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = (argb[i / channels] >> shift(i % channels) & 0xff) / 255f;
        augmentation.change(pixels, 0, input, random);
        return argb(pixels, channels);
    }

    private static int shift(int channel) {
        return 16 - 8 * Math.min(channel, 2);
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value * 255), 0, 255);
    }

    private static Look points(DataSet set, int[] labels) {
        int count = Math.min(MOST_POINTS, labels.length);
        float[] x = new float[count];
        float[] y = new float[count];
        float[] point = new float[2];
        for (int i = 0; i < count; i++) {
            set.input(i, point, 0);
            x[i] = point[0];
            y[i] = point[1];
        }
        return new Points(x, y, Arrays.copyOf(labels, count));
    }

    /// Tokens as they are written, with the class, or the tokens to predict.
    private static Look texts(DataSet set) {
        Target target = set.info().target();
        List<String> header = List.of("Text", target instanceof Target.Classes ? "Class" : "To predict");
        return table(set, header, (input, answer) -> List.of(set.info().text(input), switch (target) {
            case Target.Classes(List<String> names) -> names.get((int) answer[0]);
            case Target.Tokens _ -> set.info().text(answer);
            case Target.Values _ -> Arrays.toString(answer);
        }));
    }

    private static Look rows(DataSet set) {
        Target target = set.info().target();
        List<String> header = new ArrayList<>();
        for (int n = 1; n <= set.info().input().elements(); n++)
            header.add("Input " + n);
        header.addAll(target instanceof Target.Classes ? List.of("Class") : target.names());
        return table(set, header, (input, answer) -> row(input, answer, target));
    }

    /// @param row what is written of a sample's input and target
    private static Rows table(DataSet set, List<String> header, BiFunction<float[], float[], List<String>> row) {
        float[] input = new float[(int) set.info().input().elements()];
        float[] answer = new float[set.info().target().width()];
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_ROWS, set.info().samples()); i++) {
            set.input(i, input, 0);
            set.target(i, answer, 0);
            rows.add(row.apply(input, answer));
        }
        return new Rows(header, rows);
    }

    private static List<String> row(float[] input, float[] answer, Target target) {
        List<String> row = new ArrayList<>();
        for (float value : input)
            row.add(String.format(Locale.ROOT, "%.4g", value));
        if (target instanceof Target.Classes classes)
            row.add(classes.names().get((int) answer[0]));
        else
            for (float value : answer)
                row.add(String.format(Locale.ROOT, "%.4g", value));
        return row;
    }
}
