package org.lamina.probe;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Optional;
import org.lamina.study.Attribution;
import org.lamina.study.Finding;
import org.lamina.tensor.Tensor;

/// By how much an answer falls where a square of zeros covers the picture, centred at each place in turn. Of a picture
/// larger than some thirty pixels not every pixel is such a place. A sequence counts as a picture of time×features, a
/// vector as one row.
final class Occlusion implements Study {

    /// Places a side.
    private static final int MOST = 32;

    private final Answer answer;
    private final Tensor picture;
    private final int window;
    private final int channels;
    private final int height;
    private final int width;
    private final int step;
    private final int columns;
    private final float[] falls;
    private final Pace pace = new Pace();
    private final float whole;
    private int done;

    Occlusion(Answer answer, Tensor picture, int window) {
        this.answer = answer;
        this.picture = picture;
        this.window = window;
        int[] sizes = picture.sizes();
        channels = sizes.length == 3 ? sizes[0] : 1;
        height = sizes.length == 1 ? 1 : sizes[sizes.length - 2];
        width = sizes[sizes.length - 1];
        step = Math.ceilDiv(Math.max(height, width), MOST);
        columns = Math.ceilDiv(width, step);
        falls = new float[Math.ceilDiv(height, step) * columns];
        try (NDManager scope = answer.scope()) {
            whole = answer.shown(answer.batch(scope, picture))[0];
        }
    }

    @Override
    public Optional<? extends Finding> advance() throws Exception {
        done += pace.run(falls.length - done, this::cover);
        return isDone() ? Optional.of(new Attribution.Found(map(), null)) : Optional.empty();
    }

    @Override
    public boolean isDone() {
        return done == falls.length;
    }

    private void cover(int places) {
        int length = picture.values().length;
        float[] batch = new float[places * length];
        for (int i = 0; i < places; i++) {
            System.arraycopy(picture.values(), 0, batch, i * length, length);
            cover(done + i, batch, i * length);
        }
        try (NDManager scope = answer.scope()) {
            float[] shown = answer.shown(answer.batch(scope, picture.sizes(), batch));
            for (int i = 0; i < places; i++)
                falls[done + i] = whole - shown[i];
        }
    }

    private void cover(int place, float[] batch, int at) {
        int top = place / columns * step + (step - window) / 2;
        int left = place % columns * step + (step - window) / 2;
        int from = Math.max(0, left);
        int to = Math.min(width, left + window);
        for (int channel = 0; channel < channels; channel++)
            for (int row = Math.max(0, top); row < Math.min(height, top + window); row++) {
                int start = at + (channel * height + row) * width;
                Arrays.fill(batch, start + from, start + to, 0);
            }
    }

    private Tensor map() {
        int rows = falls.length / columns;
        int[] sizes = switch (picture.sizes().length) {
            case 1 -> new int[]{columns};
            case 2 -> new int[]{rows, columns};
            default -> new int[]{1, rows, columns};
        };
        return new Tensor(sizes, falls);
    }
}
