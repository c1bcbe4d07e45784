package org.lamina.tensor;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// Some of the numbers of a sample: on each axis of its shape some places; every number whose places are all among them
/// belongs to it. Immutable.
public final class Region {

    private final BitSet[] axes;

    private Region(BitSet... axes) {
        this.axes = axes;
    }

    /// Every number.
    public static Region all(Shape shape) {
        BitSet[] axes = new BitSet[shape.rank()];
        Arrays.setAll(axes, axis -> upTo(shape.size(axis)));
        return new Region(axes);
    }

    /// No number.
    public static Region none(Shape shape) {
        return of(shape, _ -> IntStream.empty());
    }

    /// One number, by its place on each axis.
    public static Region at(int... places) {
        return of(places.length, axis -> IntStream.of(places[axis]));
    }

    /// @param places by axis; those that the shape does not have are left out
    public static Region of(Shape shape, IntFunction<IntStream> places) {
        return of(shape.rank(), axis -> places.apply(axis).filter(place -> place >= 0 && place < shape.size(axis)));
    }

    private static Region of(int rank, IntFunction<IntStream> places) {
        BitSet[] axes = new BitSet[rank];
        Arrays.setAll(axes, axis -> bits(places.apply(axis)));
        return new Region(axes);
    }

    private static BitSet upTo(int size) {
        BitSet bits = new BitSet(size);
        bits.set(0, size);
        return bits;
    }

    private static BitSet bits(IntStream places) {
        BitSet bits = new BitSet();
        places.forEach(bits::set);
        return bits;
    }

    public int rank() {
        return axes.length;
    }

    public boolean isEmpty() {
        for (BitSet axis : axes)
            if (axis.isEmpty())
                return true;
        return false;
    }

    public IntStream places(int axis) {
        return axes[axis].stream();
    }

    public boolean contains(int... places) {
        return IntStream.range(0, axes.length).allMatch(axis -> axes[axis].get(places[axis]));
    }

    /// The first place on an axis; only where there is one.
    public int first(int axis) {
        return axes[axis].nextSetBit(0);
    }

    /// The last place on an axis; only where there is one.
    public int last(int axis) {
        return axes[axis].length() - 1;
    }

    /// From the first to the last place on an axis.
    public int extent(int axis) {
        return isEmpty() ? 0 : last(axis) - first(axis) + 1;
    }

    /// The smallest region that holds both.
    public Region and(Region other) {
        if (isEmpty() || other.isEmpty())
            return isEmpty() ? other : this;
        BitSet[] both = new BitSet[axes.length];
        for (int axis = 0; axis < both.length; axis++) {
            both[axis] = (BitSet) axes[axis].clone();
            both[axis].or(other.axes[axis]);
        }
        return new Region(both);
    }

    /// The same places but for one axis.
    public Region with(int axis, IntStream places) {
        return changed(axis, bits(places));
    }

    private Region changed(int axis, BitSet places) {
        BitSet[] changed = axes.clone();
        changed[axis] = places;
        return new Region(changed);
    }

    /// The same with every place of one axis, up to its size.
    public Region whole(int axis, int size) {
        return isWhole(axis, size) ? this : changed(axis, upTo(size));
    }

    /// Whether it has every place of an axis, up to its size.
    public boolean isWhole(int axis, int size) {
        return axes[axis].nextClearBit(0) >= size;
    }

    /// The same with the places of one axis moved; those that a size does not reach are left out.
    public Region moved(int axis, int by, int size) {
        return with(axis, places(axis).map(place -> place + by).filter(place -> place >= 0 && place < size));
    }

    /// The axes in another order.
    public Region ordered(IntUnaryOperator from) {
        return of(axes.length, axis -> places(from.applyAsInt(axis)));
    }

    /// The numbers of a smaller shape, whose axes of size 1 are repeated to make the whole.
    public Region within(Shape repeated) {
        BitSet[] within = axes.clone();
        for (int axis = 0; axis < within.length; axis++)
            if (repeated.size(axis) == 1 && !within[axis].isEmpty())
                within[axis] = upTo(1);
        return new Region(within);
    }

    /// The same numbers, counted row by row, in another shape of as many.
    public Region reshaped(Shape from, Shape to) {
        Region none = none(to);
        if (isEmpty())
            return none;
        if (IntStream.range(0, rank()).allMatch(axis -> axes[axis].cardinality() == from.size(axis)))
            return all(to);
        int[] sizes = to.sizes();
        indices(from, 0, 0, index -> {
            long rest = index;
            for (int axis = sizes.length - 1; axis >= 0; axis--) {
                none.axes[axis].set((int) (rest % sizes[axis]));
                rest /= sizes[axis];
            }
        });
        return none;
    }

    private void indices(Shape shape, int axis, long before, LongConsumer each) {
        if (axis == rank())
            each.accept(before);
        else
            places(axis).forEach(place -> indices(shape, axis + 1, before * shape.size(axis) + place, each));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Region that && Arrays.equals(axes, that.axes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(axes);
    }

    @Override
    public String toString() {
        return Arrays.toString(axes);
    }
}
