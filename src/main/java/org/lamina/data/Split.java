package org.lamina.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Which samples train and which validate.
///
/// @param train indices of samples, in shuffled order
/// @param validation indices of samples, in their own order
public record Split(int[] train, int[] validation) {

    /// Splits by seed. Samples that the format sets aside validate; where there are none, a share of every class does
    /// (of all samples for regression), but at least one sample trains and one validates where there are two.
    ///
    /// @param validation share that validates, 0…1
    public static Split of(DataSet set, double validation, long seed) {
        int samples = set.info().samples();
        SplittableRandom random = Seeds.random(seed, samples);
        boolean[] validates = new boolean[samples];
        if (set.heldOut() > 0)
            Arrays.fill(validates, samples - set.heldOut(), samples, true);
        else
            chooseShare(set, validation, validates, random);
        int[] train = IntStream.range(0, samples).filter(i -> !validates[i]).toArray();
        Seeds.shuffle(train, random);
        return new Split(train, IntStream.range(0, samples).filter(i -> validates[i]).toArray());
    }

    /// Takes the share from every class in turn; the rounding carries over, so that the whole comes out right too.
    private static void chooseShare(DataSet set, double share, boolean[] validates, SplittableRandom random) {
        int[] order = IntStream.range(0, validates.length).toArray();
        Seeds.shuffle(order, random);
        int[] byClass = sortedByClass(set, order);
        int wanted = Math.clamp(Math.round(byClass.length * share), Math.min(1, byClass.length - 1),
                Math.max(byClass.length - 1, 0));
        for (int i = 0; i < byClass.length; i++)
            validates[byClass[i]] = (long) (i + 1) * wanted / byClass.length > (long) i * wanted / byClass.length;
    }

    private static int[] sortedByClass(DataSet set, int[] order) {
        if (!(set.info().target() instanceof Target.Classes))
            return order;
        int[] labels = set.classes();
        return Arrays.stream(order).boxed().sorted((a, b) -> Integer.compare(labels[a], labels[b]))
                .mapToInt(Integer::intValue).toArray();
    }
}
