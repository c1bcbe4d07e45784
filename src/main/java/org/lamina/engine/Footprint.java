package org.lamina.engine;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much memory the numbers in plain data take: records, collections and arrays of them.
final class Footprint {

    private Footprint() {}

    static long bytes(@Nullable Object data) {
        return switch (data) {
            case null -> 0;
            case float[] numbers -> (long) numbers.length * Float.BYTES;
            case int[] numbers -> (long) numbers.length * Integer.BYTES;
            case Record whole -> ofRecord(whole);
            case Collection<?> all -> all.stream().mapToLong(Footprint::bytes).sum();
            case Map<?, ?> all -> bytes(all.keySet()) + bytes(all.values());
            case Object array when array.getClass().isArray() -> ofArray(array);
            default -> Long.BYTES;
        };
    }

    private static long ofRecord(Record whole) {
        long bytes = 0;
        for (RecordComponent part : whole.getClass().getRecordComponents())
            try {
                part.getAccessor().setAccessible(true);
                bytes += bytes(part.getAccessor().invoke(whole));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record hides " + part, e);
            }
        return bytes;
    }

    private static long ofArray(Object array) {
        long bytes = 0;
        for (int i = 0; i < Array.getLength(array); i++)
            bytes += bytes(Array.get(array, i));
        return bytes;
    }
}
