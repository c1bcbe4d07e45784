package org.lamina.layers;

import java.util.Arrays;
import java.util.stream.LongStream;

/// A list of sizes or axes put together piece by piece.
record Sizes(long[] array) {

    static Sizes of(long... sizes) {
        return new Sizes(sizes);
    }

    Sizes and(long... more) {
        return new Sizes(LongStream.concat(Arrays.stream(array), Arrays.stream(more)).toArray());
    }

    int[] indices() {
        return Arrays.stream(array).mapToInt(Math::toIntExact).toArray();
    }
}
