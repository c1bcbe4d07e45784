package org.lamina.tensor;

/// The element types that the engine may hold. Others abort the native library and are not representable here.
public enum DType {
    FLOAT32(4),
    INT64(8);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    public int bytes() {
        return bytes;
    }
}
