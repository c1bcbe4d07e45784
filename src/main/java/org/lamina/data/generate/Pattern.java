package org.lamina.data.generate;

import java.util.List;
import java.util.SplittableRandom;

/// How points of several classes lie in the plane, between −1 and 1.
public enum Pattern {
    /// Two arms that wind round each other one and three quarter times.
    SPIRAL("arm 1, arm 2") {
        @Override
        double[] point(int label, SplittableRandom random) {
            double along = Math.sqrt(random.nextDouble());
            double angle = along * 3.5 * Math.PI + label * Math.PI;
            return new double[]{along * Math.sin(angle), along * Math.cos(angle)};
        }
    },
    /// Two half moons that grip each other.
    MOONS("upper, lower") {
        @Override
        double[] point(int label, SplittableRandom random) {
            double angle = Math.PI * random.nextDouble();
            double x = 0.66 * Math.cos(angle);
            double y = 0.66 * Math.sin(angle);
            return label == 0 ? new double[]{x - 0.33, y - 0.17} : new double[]{0.33 - x, 0.17 - y};
        }
    },
    /// A disc inside a ring.
    CIRCLES("inner, outer") {
        @Override
        double[] point(int label, SplittableRandom random) {
            double radius = label == 0 ? 0.5 * Math.sqrt(random.nextDouble()) : 0.75 + 0.25 * random.nextDouble();
            double angle = 2 * Math.PI * random.nextDouble();
            return new double[]{radius * Math.cos(angle), radius * Math.sin(angle)};
        }
    },
    /// Four squares; those that touch at a corner belong together.
    XOR("same sign, other sign") {
        @Override
        double[] point(int label, SplittableRandom random) {
            double x = random.nextDouble(0.05, 1);
            double y = random.nextDouble(0.05, 1);
            int side = random.nextBoolean() ? 1 : -1;
            return new double[]{side * x, label == 0 ? side * y : -side * y};
        }
    },
    /// Three clouds (Gaussian, standard deviation 0.15).
    BLOBS("blob 1, blob 2, blob 3") {
        @Override
        double[] point(int label, SplittableRandom random) {
            double angle = 2 * Math.PI * label / 3 + 0.5 * Math.PI;
            return new double[]{0.6 * Math.cos(angle) + 0.15 * random.nextGaussian(),
                    0.6 * Math.sin(angle) + 0.15 * random.nextGaussian()};
        }
    };

    private final String classes;

    Pattern(String classes) {
        this.classes = classes;
    }

    List<String> classes() {
        return List.of(classes.split(", ", -1));
    }

    /// A point of one class: x and y.
    abstract double[] point(int label, SplittableRandom random);
}
