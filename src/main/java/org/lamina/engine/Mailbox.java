package org.lamina.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One slot for a frame. What is put while another waits is merged into it: all points, of everything else the newest.
final class Mailbox {
    private static final int MOST_POINTS = 4096;

    private final AtomicReference<@Nullable Frame> slot = new AtomicReference<>();
    private final Runnable filled;
    private Consumer<Frame> also = _ -> {};

    /// @param filled told after each frame that was put
    Mailbox(Runnable filled) {
        this.filled = filled;
    }

    /// @param listener sees every frame that is put, on the thread that puts it
    void overhear(Consumer<Frame> listener) {
        also = listener;
    }

    void put(Frame frame) {
        also.accept(frame);
        slot.accumulateAndGet(frame, (waiting, next) -> waiting == null ? next : merge(waiting, next));
        filled.run();
    }

    @Nullable
    Frame take() {
        return slot.getAndSet(null);
    }

    boolean isEmpty() {
        return slot.get() == null;
    }

    static Frame merge(Frame older, Frame newer) {
        return new Frame(newer.progress() != null ? newer.progress() : older.progress(),
                thinned(joined(older.points(), newer.points())),
                newest(older.maps(), newer.maps(), Frame.Maps::node),
                newest(older.kernels(), newer.kernels(), Frame.Kernels::node),
                newer.predictions() != null ? newer.predictions() : older.predictions(),
                newer.confusion() != null ? newer.confusion() : older.confusion(),
                newest(older.found(), newer.found(), Frame.Found::question),
                Double.isNaN(newer.looking()) ? older.looking() : newer.looking());
    }

    private static <T> List<T> newest(List<T> older, List<T> newer, Function<T, ?> of) {
        List<?> replaced = newer.stream().map(of).toList();
        return joined(older.stream().filter(o -> !replaced.contains(of.apply(o))).toList(), newer);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /// Nobody may be reading; then every other point is enough.
    private static List<Frame.Point> thinned(List<Frame.Point> points) {
        if (points.size() <= MOST_POINTS)
            return points;
        List<Frame.Point> kept = new ArrayList<>();
        for (int i = 1; i < points.size(); i += 2)
            kept.add(points.get(i));
        return kept;
    }
}
