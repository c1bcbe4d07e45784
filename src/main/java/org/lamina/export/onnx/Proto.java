package org.lamina.export.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A message in the wire format of Protocol Buffers, grown field by field. Large payloads are referred to, not copied.
///
/// Format: https://protobuf.dev/programming-guides/encoding
final class Proto {
    private static final int VARINT = 0;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    private final List<byte[]> pieces = new ArrayList<>();
    private long size;

    /// A field of type int32, int64 or enum.
    Proto number(int field, long value) {
        return tag(field, VARINT).varint(value);
    }

    Proto numbers(int field, long[] values) {
        for (long value : values)
            number(field, value);
        return this;
    }

    /// A field of type float.
    Proto real(int field, float value) {
        int bits = Float.floatToRawIntBits(value);
        return tag(field, FIXED32).add((byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24));
    }

    Proto reals(int field, float[] values) {
        for (float value : values)
            real(field, value);
        return this;
    }

    Proto text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Proto bytes(int field, byte[] value) {
        return tag(field, LENGTH).varint(value.length).add(value);
    }

    Proto message(int field, Proto value) {
        tag(field, LENGTH).varint(value.size);
        pieces.addAll(value.pieces);
        size += value.size;
        return this;
    }

    Proto messages(int field, Iterable<Proto> values) {
        values.forEach(v -> message(field, v));
        return this;
    }

    void writeTo(OutputStream out) throws IOException {
        for (byte[] piece : pieces)
            out.write(piece);
    }

    private Proto tag(int field, int wireType) {
        return varint(((long) field << 3) | wireType);
    }

    private Proto varint(long value) {
        byte[] buffer = new byte[10];
        int length = 0;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer[length++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        buffer[length++] = (byte) rest;
        return add(Arrays.copyOf(buffer, length));
    }

    private Proto add(byte... piece) {
        pieces.add(piece);
        size += piece.length;
        return this;
    }
}
