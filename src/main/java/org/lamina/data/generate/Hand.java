package org.lamina.data.generate;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.lamina.data.generate.Skeletons.Point;
import org.lamina.data.generate.Skeletons.Stroke;
import org.lamina.data.generate.Trace.Spot;

/// A person who writes one digit: chooses a way to write it, is inexact, slants, and holds a pen.
final class Hand {
    private static final int SIDE = 28;
    /// MNIST's digits fit a box of this many pixels.
    private static final double BOX = 20;

    private final SplittableRandom random;
    private final double variety;

    Hand(SplittableRandom random, double variety) {
        this.random = random;
        this.variety = variety;
    }

    /// 28×28 pixels: ink is 255, fitted into a box of 20×20 and centred by its mass.
    byte[] write(int digit) {
        Slope slope = slope();
        Warp warp = warp();
        List<Trace> traces = Skeletons.choose(digit, random).strokes().stream().map(this::trace)
                .map(t -> t.moved(p -> slope.apply(warp.apply(p)))).toList();
        double radius = Math.clamp(1.35 + 0.5 * sway(), 0.6, 2.8);
        double edge = random.nextDouble(0.9, 1.5);
        Ink ink = new Ink(SIDE);
        for (Trace trace : fitted(traces, radius))
            ink.draw(trace.points(), radii(trace.points().size(), radius), edge);
        return ink.centred();
    }

    /// The stroke as it comes out: every point missed a little.
    private Trace trace(Stroke stroke) {
        return Trace.through(stroke.points().stream().map(this::missed).toList(),
                stroke.points().stream().map(Point::corner).toList());
    }

    private Spot missed(Point point) {
        return new Spot(point.x() + 6 * sway(), point.y() + 6 * sway());
    }

    /// A number that is mostly between −1 and 1, 0 where hands do not differ.
    private double sway() {
        return variety * random.nextGaussian();
    }

    /// Narrow or wide, upright or slanted, turned.
    private record Slope(double xx, double xy, double yx, double yy) {
        Spot apply(Spot p) {
            return new Spot(xx * p.x() + xy * p.y(), yx * p.x() + yy * p.y());
        }
    }

    private Slope slope() {
        double width = Math.clamp(0.66 + 0.18 * sway(), 0.3, 1.3);
        double slant = -0.17 + 0.28 * sway();
        double turn = 0.1 * sway();
        double sin = Math.sin(turn);
        double cos = Math.cos(turn);
        return new Slope(cos * width, cos * slant - sin, sin * width, sin * slant + cos);
    }

    /// Bends the sheet in long waves.
    private record Warp(double[] strength, double[] phase) {
        Spot apply(Spot p) {
            double x = p.x() / 100;
            double y = p.y() / 100;
            return new Spot(p.x() + strength[0] * Math.sin(Math.PI * y + phase[0])
                    + strength[1] * Math.sin(1.5 * Math.PI * x + phase[1]),
                    p.y() + strength[2] * Math.sin(Math.PI * x + phase[2])
                            + strength[3] * Math.sin(1.5 * Math.PI * y + phase[3]));
        }
    }

    private Warp warp() {
        return new Warp(random.doubles(4).map(_ -> 6.5 * sway()).toArray(),
                random.doubles(4, 0, 2 * Math.PI).toArray());
    }

    /// The digit scaled so that its ink touches the box, the box in the sheet's middle.
    private static List<Trace> fitted(List<Trace> traces, double radius) {
        double[] x = traces.stream().flatMap(t -> t.points().stream()).mapToDouble(Spot::x).sorted().toArray();
        double[] y = traces.stream().flatMap(t -> t.points().stream()).mapToDouble(Spot::y).sorted().toArray();
        double width = x[x.length - 1] - x[0];
        double height = y[y.length - 1] - y[0];
        double scale = (BOX - 2 * radius) / Math.max(width, height);
        double left = SIDE / 2.0 - scale * (x[0] + width / 2);
        double top = SIDE / 2.0 - scale * (y[0] + height / 2);
        return traces.stream().map(t -> t.moved(p -> new Spot(left + scale * p.x(), top + scale * p.y()))).toList();
    }

    /// Half the pen's width along a stroke: the pressure changes slowly.
    private double[] radii(int points, double radius) {
        double change = 0.15 * sway();
        double phase = random.nextDouble(2 * Math.PI);
        double[] radii = new double[points];
        Arrays.setAll(radii, i -> radius * (1 + change * Math.sin(phase + 4.0 * i / points)));
        return radii;
    }
}
