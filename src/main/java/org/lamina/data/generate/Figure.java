package org.lamina.data.generate;

import java.util.Locale;

/// A plane figure that a circle of radius 1 round 0,0 holds.
enum Figure {
    CIRCLE {
        @Override
        double depth(double x, double y) {
            return 1 - Math.hypot(x, y);
        }
    },
    SQUARE {
        @Override
        double depth(double x, double y) {
            return regular(x, y, 4);
        }
    },
    TRIANGLE {
        @Override
        double depth(double x, double y) {
            return regular(x, y, 3);
        }
    },
    STAR {
        @Override
        double depth(double x, double y) {
            return folded(x, y, 5, 0.42);
        }
    },
    CROSS {
        @Override
        double depth(double x, double y) {
            double along = Math.max(Math.abs(x), Math.abs(y));
            double across = Math.min(Math.abs(x), Math.abs(y));
            double notch = 0.28;
            double arm = Math.sqrt(1 - notch * notch);
            return along < notch ? Math.hypot(notch - along, notch - across) : Math.min(arm - along, notch - across);
        }
    };

    /// How deep inside the figure a point lies: the distance to the edge, negative outside.
    abstract double depth(double x, double y);

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A regular polygon with a corner at the top.
    private static double regular(double x, double y, int corners) {
        return folded(x, y, corners, Math.cos(Math.PI / corners));
    }

    /// A star: corners on the circle, and between them corners nearer to the middle. All its wedges are alike, so one
    /// is looked at: from an outer corner on the axis to the inner one beside it.
    ///
    /// @param inner distance of the inner corners from the middle
    private static double folded(double x, double y, int corners, double inner) {
        double wedge = Math.PI / corners;
        double angle = Math.atan2(x, -y);
        double folded = Math.abs(angle - 2 * wedge * Math.rint(angle / (2 * wedge)));
        double radius = Math.hypot(x, y);
        double edgeX = inner * Math.cos(wedge) - 1;
        double edgeY = inner * Math.sin(wedge);
        double fromX = radius * Math.cos(folded) - 1;
        double fromY = radius * Math.sin(folded);
        return (edgeX * fromY - edgeY * fromX) / Math.hypot(edgeX, edgeY);
    }
}
