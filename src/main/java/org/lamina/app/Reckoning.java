package org.lamina.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.lamina.app.colour.Units;
import org.lamina.spec.Words;
import org.lamina.spec.Working;
import org.lamina.spec.Working.Part;

/// The working of a number as it is shown: in beats, with what is known after each.
public final class Reckoning {

    /// Rows of a table before the rest is taken together.
    private static final int MOST = 8;

    /// One line of a table.
    ///
    /// @param how the numbers in it; empty where there are none
    /// @param chosen whether it is the one that it is about
    public record Row(String name, String how, double value, boolean chosen) {}

    private Reckoning() {}

    /// Whether the terms are shown under a window, and not as a table.
    public static boolean isWindow(Working working) {
        return switch (working) {
            case Working.Sum(_, List<Part> parts, _) -> parts.size() > 1 || !isRow(parts.getFirst());
            case Working.Largest(_, Part part) -> !isRow(part);
            case Working.Curve _,Working.Share _,Working.Chain _ -> false;
        };
    }

    private static boolean isRow(Part part) {
        return part.columns() == part.values().length;
    }

    /// How many beats it takes: each channel, or each number where there is one channel; each line of a table.
    public static int beats(Working working) {
        if (!isWindow(working))
            return rows(working).size();
        return switch (working) {
            case Working.Sum sum -> terms(sum) + (sum.bias() == null ? 0 : 1);
            case Working.Largest(_, Part part) -> part.values().length;
            case Working.Curve _,Working.Share _,Working.Chain _ -> 0;
        };
    }

    private static int terms(Working.Sum sum) {
        return sum.parts().size() > 1 ? sum.parts().size() : sum.parts().getFirst().values().length;
    }

    /// The lines of a table; none for what is drawn.
    public static List<Row> rows(Working working) {
        return switch (working) {
            case Working.Sum sum when !isWindow(sum) -> sum(sum);
            case Working.Largest(_, Part part) when !isWindow(working) ->
                IntStream.range(0, part.values().length).mapToObj(i -> new Row(name(part, i), "", part.values()[i],
                        i == ((Working.Largest) working).winner())).toList();
            case Working.Share share -> shares(share);
            case Working.Chain(_, List<Working.Line> lines) ->
                lines.stream().map(line -> new Row(line.name(), line.how(), line.value(), line == lines.getLast()))
                        .toList();
            case Working.Sum _,Working.Largest _,Working.Curve _ -> List.of();
        };
    }

    /// The terms of a number and what they come to, to take away.
    public static List<Numbers> numbers(Working working) {
        List<Numbers> numbers = new ArrayList<>();
        switch (working) {
            case Working.Sum sum -> {
                sum.parts().forEach(part -> terms(part, numbers));
                if (sum.bias() != null)
                    numbers.add(Numbers.named("Term", "bias", sum.bias()));
            }
            case Working.Largest(_, Part part) -> terms(part, numbers);
            case Working.Share(_, Part part, _) -> terms(part, numbers);
            case Working.Curve curve -> numbers.add(Numbers.named("Term", "x", curve.x()));
            case Working.Chain(_, List<Working.Line> lines) ->
                lines.forEach(line -> numbers.add(Numbers.named("Term", line.name(), line.value())));
        }
        numbers.add(Numbers.named("Result", working.formula(), working.result()));
        return numbers;
    }

    private static void terms(Part part, List<Numbers> numbers) {
        int rows = part.values().length / part.columns();
        numbers.add(Numbers.grid("Term: " + part.title(), new Units(1, part.columns(), rows, part.values())));
        if (part.weights().length > 0)
            numbers.add(Numbers.grid("Weight: " + part.title(), new Units(1, part.columns(), rows, part.weights())));
    }

    /// The largest contributions first.
    private static List<Row> sum(Working.Sum sum) {
        Part part = sum.parts().getFirst();
        List<Integer> order = largest(part.values().length, i -> Math.abs(part.product(i)));
        List<Row> rows = new ArrayList<>(order.stream().limit(MOST)
                .map(i -> new Row(name(part, i), product(part, i), part.product(i), false)).toList());
        if (order.size() > MOST)
            rows.add(new Row("the other " + Words.count(order.size() - MOST, "number"), "",
                    order.stream().skip(MOST).mapToDouble(part::product).sum(), false));
        if (sum.bias() != null)
            rows.add(new Row("bias", "", sum.bias(), false));
        return rows;
    }

    private static List<Row> shares(Working.Share share) {
        Part part = share.part();
        List<Integer> shown = largest(part.values().length, i -> i == share.at() ? 2 : share.weight(i)).stream()
                .limit(MOST).toList();
        List<Row> rows = new ArrayList<>(shown.stream().map(i -> new Row("exp(x" + (i + 1) + " − max)",
                "x" + (i + 1) + " = " + Values.figure(part.values()[i]), share.weight(i), i == share.at())).toList());
        if (part.values().length > MOST)
            rows.add(new Row("the other " + Words.count(part.values().length - MOST, "number"), "",
                    share.whole() - shown.stream().mapToDouble(share::weight).sum(), false));
        return rows;
    }

    private static List<Integer> largest(int count, IntToDoubleFunction size) {
        return IntStream.range(0, count).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -size.applyAsDouble(i))).toList();
    }

    private static String name(Part part, int index) {
        return part.title().replaceAll("s$", "") + " " + (index + 1);
    }

    private static String product(Part part, int index) {
        return part.weights().length == 0 ? ""
                : Values.figure(part.values()[index]) + " × " + Values.figure(part.weights()[index]);
    }

    /// What is known after some beats, in words.
    public static String words(Working working, int beat) {
        return switch (working) {
            case Working.Sum sum -> sum(sum, beat);
            case Working.Largest largest -> largest(largest, beat);
            case Working.Curve curve -> "x = %s   gives   y = %s".formatted(Values.figure(curve.x()),
                    Values.figure(curve.result()));
            case Working.Share share -> beat < beats(share) ? "" : "%s / %s = %s".formatted(
                    Values.figure(share.weight(share.at())), Values.figure(share.whole()),
                    Values.figure(share.result()));
            case Working.Chain chain -> beat < beats(chain) ? "" : "y = " + Values.figure(chain.result());
        };
    }

    private static String sum(Working.Sum sum, int beat) {
        double soFar = isWindow(sum) ? windows(sum, beat)
                : rows(sum).stream().limit(beat).mapToDouble(Row::value).sum();
        return beat < beats(sum) ? "Sum so far: " + Values.figure(soFar)
                : sum.bias() == null ? "Sum = " + Values.figure(sum.result())
                        : "Sum %s + bias %s = %s".formatted(Values.figure(sum.result() - sum.bias()),
                                Values.figure(sum.bias()), Values.figure(sum.result()));
    }

    private static double windows(Working.Sum sum, int beat) {
        Part first = sum.parts().getFirst();
        return sum.parts().size() > 1 ? sum.parts().stream().limit(beat).mapToDouble(Part::sum).sum()
                : IntStream.range(0, Math.min(beat, first.values().length)).mapToDouble(first::product).sum();
    }

    private static String largest(Working.Largest largest, int beat) {
        Part part = largest.part();
        return IntStream.range(0, beat).filter(i -> !part.isPadding(i)).mapToObj(i -> part.values()[i])
                .max(Comparator.naturalOrder()).map(best -> (beat < part.values().length ? "Largest so far: "
                        : "Largest = ") + Values.figure(best))
                .orElse("");
    }
}
