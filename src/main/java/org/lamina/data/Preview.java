package org.lamina.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a data set looks like: some samples of each class, and how many there are.
///
/// @param counts samples of each class; empty where the target is no class
/// @param samples for each class its first samples, or, where the target is no class, one list of the first samples
public record Preview(DataInfo info, int[] counts, List<List<Sample>> samples, List<String> warnings) {

    /// @param index place in the data set
    /// @param input the input; images in the order height, width, channels, 0…1
    /// @param target the class's index, or the values
    public record Sample(int index, float[] input, float[] target) {}

    /// @param each most samples of a class
    public static Preview of(DataSet set, int each) {
        if (!(set.info().target() instanceof Target.Classes classes))
            return new Preview(set.info(), new int[0],
                    List.of(IntStream.range(0, Math.min(each, set.info().samples())).mapToObj(i -> sample(set, i))
                            .toList()),
                    set.warnings());
        int[] counts = new int[classes.names().size()];
        List<List<Sample>> samples = new ArrayList<>();
        for (int i = 0; i < counts.length; i++)
            samples.add(new ArrayList<>());
        int[] labels = Split.labels(set);
        for (int i = 0; i < labels.length; i++)
            if (counts[labels[i]]++ < each)
                samples.get(labels[i]).add(sample(set, i));
        return new Preview(set.info(), counts, samples.stream().map(List::copyOf).toList(), set.warnings());
    }

    private static Sample sample(DataSet set, int index) {
        float[] input = new float[(int) set.info().input().elements()];
        float[] target = new float[set.info().target().width()];
        set.input(index, input, 0);
        set.target(index, target, 0);
        return new Sample(index, input, target);
    }
}
