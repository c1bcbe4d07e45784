package org.lamina.ui.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/// The way of a wire: one curve, or three where the way is backward or a node stands in it. Control points are four to a
/// curve, each curve beginning where the last one ended.
record Route(List<Point2D> points) {
    private static final double CLEARANCE = 24;
    private static final int SAMPLES = 8;

    /// @param obstacles boxes of the nodes, those at both ends included
    static Route between(Point2D from, Point2D to, Obstacles obstacles) {
        Route direct = direct(from, to);
        if (to.getX() >= from.getX() && direct.isFree(obstacles))
            return direct;
        return around(from, to, obstacles);
    }

    static Route direct(Point2D from, Point2D to) {
        double reach = Math.clamp(Math.abs(to.getX() - from.getX()) / 2, 28, 160);
        return new Route(List.of(from, from.add(reach, 0), to.subtract(reach, 0), to));
    }

    /// Through the free lane that is nearest: between rows of nodes, or above or below all of them.
    private static Route around(Point2D from, Point2D to, Obstacles obstacles) {
        double left = Math.min(from.getX(), to.getX()) - CLEARANCE;
        double right = Math.max(from.getX(), to.getX()) + CLEARANCE;
        List<Bounds> between = obstacles.between(left, right).toList();
        double lane = lanes(from, to, between).distinct().boxed()
                .sorted(Comparator.comparingDouble(y -> Math.abs(y - from.getY()) + Math.abs(y - to.getY())))
                .filter(y -> between.stream()
                        .noneMatch(b -> y > b.getMinY() - CLEARANCE / 2 && y < b.getMaxY() + CLEARANCE / 2))
                .findFirst().orElse(Math.max(from.getY(), to.getY()) + 2 * CLEARANCE);
        return through(from, to, lane);
    }

    private static DoubleStream lanes(Point2D from, Point2D to, List<Bounds> between) {
        return DoubleStream.concat(DoubleStream.of((from.getY() + to.getY()) / 2), between.stream()
                .flatMapToDouble(b -> DoubleStream.of(b.getMaxY() + CLEARANCE, b.getMinY() - CLEARANCE)));
    }

    private static Route through(Point2D from, Point2D to, double lane) {
        double sign = to.getX() >= from.getX() ? 1 : -1;
        double reach = 1.5 * CLEARANCE;
        double bend = sign > 0 ? Math.min(reach, (to.getX() - from.getX()) / 3) : 0;
        Point2D out = new Point2D(from.getX() + bend, lane);
        Point2D in = new Point2D(to.getX() - bend, lane);
        return new Route(List.of(from, from.add(reach, 0), out.subtract(sign > 0 ? bend : -reach, 0), out,
                out, out.interpolate(in, 0.3), out.interpolate(in, 0.7), in,
                in, in.add(sign > 0 ? bend : -reach, 0), to.subtract(reach, 0), to));
    }

    int curves() {
        return points.size() / 4;
    }

    /// Where the label stands.
    Point2D middle() {
        return at(curves() / 2, 0.5);
    }

    /// Points along the way, close enough together to measure distances.
    List<Point2D> samples() {
        List<Point2D> samples = new ArrayList<>();
        for (int curve = 0; curve < curves(); curve++)
            for (int i = 0; i <= SAMPLES; i++)
                samples.add(at(curve, (double) i / SAMPLES));
        return samples;
    }

    double distance(Point2D point) {
        List<Point2D> samples = samples();
        double nearest = Double.MAX_VALUE;
        for (int i = 1; i < samples.size(); i++)
            nearest = Math.min(nearest, distance(point, samples.get(i - 1), samples.get(i)));
        return nearest;
    }

    private boolean isFree(Obstacles obstacles) {
        Point2D from = points.getFirst();
        Point2D to = points.getLast();
        List<Point2D> inner = samples().stream()
                .filter(p -> p.distance(from) > CLEARANCE / 2 && p.distance(to) > CLEARANCE / 2).toList();
        return obstacles.in(bounds()).noneMatch(b -> inner.stream().anyMatch(b::contains));
    }

    /// A box that holds the way: a curve stays among its control points.
    Bounds bounds() {
        DoubleSummaryStatistics x = points.stream().mapToDouble(Point2D::getX).summaryStatistics();
        DoubleSummaryStatistics y = points.stream().mapToDouble(Point2D::getY).summaryStatistics();
        return new BoundingBox(x.getMin(), y.getMin(), x.getMax() - x.getMin(), y.getMax() - y.getMin());
    }

    private static double distance(Point2D point, Point2D from, Point2D to) {
        Point2D along = to.subtract(from);
        double length = along.dotProduct(along);
        double share = length == 0 ? 0 : Math.clamp(point.subtract(from).dotProduct(along) / length, 0, 1);
        return point.distance(from.add(along.multiply(share)));
    }

    private Point2D at(int curve, double t) {
        Point2D a = points.get(4 * curve);
        Point2D b = points.get(4 * curve + 1);
        Point2D c = points.get(4 * curve + 2);
        Point2D d = points.get(4 * curve + 3);
        Point2D ab = a.interpolate(b, t);
        Point2D bc = b.interpolate(c, t);
        Point2D cd = c.interpolate(d, t);
        return ab.interpolate(bc, t).interpolate(bc.interpolate(cd, t), t);
    }
}
