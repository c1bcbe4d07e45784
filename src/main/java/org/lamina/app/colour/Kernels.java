package org.lamina.app.colour;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// The weights of a layer as pictures, one a filter or unit.
///
/// @param filters filters or units of the layer
/// @param slices channels that each filter reads
/// @param values filter after filter, slice after slice, each row by row
public record Kernels(int filters, int slices, int width, int height, float[] values) {

    /// @param weight filters×channels×height×width of a convolution, units×inputs of a dense layer, or any other
    /// @param input the shape that reaches the layer as a picture; a dense layer's weights are laid out like it
    public static Kernels of(Tensor weight, @Nullable Shape input) {
        int[] s = weight.sizes();
        float[] values = weight.values();
        return switch (s.length) {
            case 4 -> new Kernels(s[0], s[1], s[3], s[2], values);
            case 3 -> new Kernels(s[0], 1, s[2], s[1], values);
            case 2 -> input != null && input.isImage() && input.elements() == s[1]
                    ? new Kernels(s[0], input.size(0), input.size(2), input.size(1), values)
                    : new Kernels(1, 1, s[1], s[0], values);
            default -> new Kernels(values.length, 1, 1, 1, values);
        };
    }

    /// What can be shown of a filter: its colours where it reads three channels, the mean over what it reads, one slice.
    public List<View> views() {
        List<View> views = new ArrayList<>();
        if (slices == 3)
            views.add(View.COLOURS);
        if (slices > 1)
            views.add(View.MEAN);
        IntStream.range(0, slices).mapToObj(View::slice).forEach(views::add);
        return views;
    }

    /// One way to show a filter.
    public record View(int slice) {
        static final View COLOURS = new View(-2);
        static final View MEAN = new View(-1);

        static View slice(int channel) {
            return new View(channel);
        }

        public String title() {
            return switch (slice) {
                case -2 -> "As colours";
                case -1 -> "Mean over input channels";
                default -> "Input channel " + (slice + 1);
            };
        }
    }

    /// The filters as units: of colours the mean.
    public Units units(View view) {
        int plane = width * height;
        float[] shown = new float[filters * plane];
        for (int filter = 0; filter < filters; filter++)
            for (int i = 0; i < plane; i++)
                shown[filter * plane + i] = view.slice >= 0 ? at(filter, view.slice, i) : mean(filter, i);
        return new Units(filters, width, height, shown);
    }

    /// The filters in their colours: the scale of each is that of all three.
    public Bank bank(View view, Colouring colouring) {
        if (!view.equals(View.COLOURS))
            return Bank.of(units(view), colouring);
        return new Bank(IntStream.range(0, slices).mapToObj(View::slice).map(this::units).toList(),
                colouring.of(new Units(filters, slices * width, height, values)));
    }

    private float at(int filter, int slice, int index) {
        return values[(filter * slices + slice) * width * height + index];
    }

    private float mean(int filter, int index) {
        float sum = 0;
        for (int slice = 0; slice < slices; slice++)
            sum += at(filter, slice, index);
        return sum / slices;
    }
}
