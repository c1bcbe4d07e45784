package org.lamina.spec;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How one number of a layer's answer came about, as terms to be shown: plain data, computed without the engine.
public sealed interface Working {

    /// What is computed, in the field's notation.
    String formula();

    /// The number that the terms make.
    double result();

    /// Numbers of an input that are taken together, such as one channel's under a window; row by row.
    ///
    /// @param port of the layer at which they arrive
    /// @param values zeros where there is padding
    /// @param weights what each is multiplied by; empty where by nothing
    /// @param cells where each stands in the sample that arrives, counted row by row; -1 for padding
    record Part(String title, int port, int columns, float[] values, float[] weights, int[] cells) {

        /// What a number adds to a sum.
        public double product(int index) {
            return weights.length == 0 ? values[index] : (double) values[index] * weights[index];
        }

        public double sum() {
            return IntStream.range(0, values.length).mapToDouble(this::product).sum();
        }

        public boolean isPadding(int index) {
            return cells[index] < 0;
        }
    }

    /// Everything times its weight, summed.
    ///
    /// @param bias null where there is none
    record Sum(String formula, List<Part> parts, @Nullable Float bias) implements Working {
        @Override
        public double result() {
            return parts.stream().mapToDouble(Part::sum).sum() + (bias == null ? 0 : bias);
        }
    }

    /// The largest of some numbers; padding never wins.
    record Largest(String formula, Part part) implements Working {

        /// Index of the one that wins; the first of equals.
        public int winner() {
            int best = -1;
            for (int i = 0; i < part.values().length; i++)
                if (!part.isPadding(i) && (best < 0 || part.values()[i] > part.values()[best]))
                    best = i;
            return best;
        }

        @Override
        public double result() {
            return part.values()[winner()];
        }
    }

    /// A function of one number.
    ///
    /// @param x the number, which stands at `cell` of the sample that arrives
    /// @param result what the function gives of it
    /// @param points the function's curve, from left to right
    record Curve(String formula, double x, int cell, double result, List<Point> points) implements Working {}

    /// @param y what a function gives of x
    record Point(double x, double y) {}

    /// A share of a whole: exp(xᵢ) of the sum of all exp(xⱼ).
    ///
    /// @param at which number's share it is
    record Share(String formula, Part part, int at) implements Working {

        /// How a number weighs against the largest, so that nothing overflows.
        public double weight(int index) {
            double largest = IntStream.range(0, part.values().length).mapToDouble(i -> part.values()[i]).max()
                    .orElse(0);
            return Math.exp(part.values()[index] - largest);
        }

        public double whole() {
            return IntStream.range(0, part.values().length).mapToDouble(this::weight).sum();
        }

        @Override
        public double result() {
            return weight(at) / whole();
        }
    }

    /// One number after the other.
    record Chain(String formula, List<Line> lines) implements Working {
        @Override
        public double result() {
            return lines.getLast().value();
        }
    }

    /// @param name of the number
    /// @param how it is computed, with the numbers in it; empty where it is given
    record Line(String name, String how, double value) {}
}
