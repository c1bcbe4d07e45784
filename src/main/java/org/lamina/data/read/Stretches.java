package org.lamina.data.read;

/// Stretches of equal length on a line. Those that validate lie behind those that train and share nothing with them.
///
/// @param length of the line
/// @param span of one stretch
/// @param stride from the beginning of one that trains to the next
/// @param heldStride from the beginning of one that validates to the next
/// @param heldFrom where the first begins that validates
record Stretches(int length, int span, int stride, int heldStride, int heldFrom) {

    /// @param length at least two spans, so that one trains and one validates
    /// @param heldOut share of the line, at its end, that validates
    static Stretches of(int length, int span, int stride, int heldStride, double heldOut) {
        int heldFrom = Math.clamp(Math.round(length * (1 - heldOut)), span, length - span);
        return new Stretches(length, span, stride, heldStride, heldFrom);
    }

    int training() {
        return fitting(heldFrom, stride);
    }

    int validating() {
        return fitting(length - heldFrom, heldStride);
    }

    int count() {
        return training() + validating();
    }

    /// Where a stretch begins. @param index those that train come first
    int start(int index) {
        int validating = index - training();
        return validating < 0 ? index * stride : heldFrom + validating * heldStride;
    }

    private int fitting(int room, int step) {
        return (room - span) / step + 1;
    }
}
