package org.lamina.layers.core;

import ai.djl.nn.Block;
import com.google.auto.service.AutoService;
import java.util.List;
import org.lamina.layers.Blocks;
import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Help;
import org.lamina.spec.Inferred;
import org.lamina.spec.Int;
import org.lamina.spec.Layer;
import org.lamina.spec.OnnxSink;
import org.lamina.spec.Remedy;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;

@AutoService(Layer.class)
@Card(id = "slice", title = "Slice", family = Family.CORE, keywords = {"part", "select", "narrow", "last step", "crop"})
@Help("""
        Takes a part along one axis: some channels, some rows, or the last step of a sequence (axis 1, start −1, length 1).

        **Shape** the same as its input but for that axis, which has the set length.

        **Source** ONNX `Slice`.
        """)
public record Slice(
        @Help("The axis, counted from 1 without the batch: 1 is the channels of a picture and the time of a sequence.") @Int(min = 1, max = 4) int axis,
        @Help("Where the part starts, counted from 0; −1 is the last place.") @Int(min = -65_536, max = 65_536, soft = 64) int start,
        @Help("How many places are taken.") @Int(min = 1, max = 65_536, soft = 64) int length) implements Layer {

    public Slice() {
        this(1, 0, 1);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        if (axis > in.rank())
            return Inferred.refusedFor("axis", "needs an axis from 1 to %d, got %d: set it to %1$d".formatted(in.rank(),
                    axis), new Remedy.Set("Set axis to " + in.rank(), "axis", in.rank()));
        int size = in.size(axis - 1);
        int from = from(in);
        if (from < 0 || from >= size)
            return Inferred.refusedFor("start", "needs a start from %d to %d, got %d: set it to 0".formatted(-size,
                    size - 1, start), new Remedy.Set("Set start to 0", "start", 0));
        return from + length <= size ? Inferred.known(in.with(axis - 1, length))
                : Inferred.refusedFor("length", "needs a length of at most %d from there, got %d: set it to %1$d"
                        .formatted(size - from, length),
                        new Remedy.Set("Set length to " + (size - from), "length",
                                size - from));
    }

    private int from(Shape in) {
        return start < 0 ? in.size(axis - 1) + start : start;
    }

    @Override
    public Region reads(int port, List<Shape> inputs, Region answer) {
        return answer.moved(axis - 1, from(inputs.getFirst()), inputs.getFirst().size(axis - 1));
    }

    @Override
    public Block block(List<Shape> inputs) {
        int from = from(inputs.getFirst());
        String part = ":, ".repeat(axis) + from + ":" + (from + length);
        return Blocks.function(x -> x.get(part));
    }

    @Override
    public void onnx(OnnxSink sink) {
        long from = from(sink.inputs().getFirst());
        sink.result(sink.node("Slice", List.of(sink.input(0), sink.constant(new long[]{from}),
                sink.constant(new long[]{from + length}), sink.constant(new long[]{axis}))));
    }

    @Override
    public String torch(List<Shape> inputs) {
        return "lambda x: x.narrow(%d, %d, %d)".formatted(axis, from(inputs.getFirst()), length);
    }

    /// Keras holds pictures with their channels last.
    @Override
    public String keras(List<Shape> inputs) {
        Shape in = inputs.getFirst();
        int place = in.rank() < 3 ? axis : axis == 1 ? in.rank() : axis - 1;
        return "layers.Lambda(lambda x: x[%s%d:%d])".formatted(":, ".repeat(place), from(in), from(in) + length);
    }
}
