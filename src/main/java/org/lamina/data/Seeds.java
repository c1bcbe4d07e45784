package org.lamina.data;

import java.util.SplittableRandom;

/// Random numbers that depend on what they are for and on nothing else.
public final class Seeds {

    private Seeds() {}

    /// A generator for one purpose, such as one sample of a set or one epoch of a run: near seeds give unrelated
    /// numbers.
    public static SplittableRandom random(long seed, long purpose) {
        return new SplittableRandom(mix(mix(seed) + purpose));
    }

    /// Puts numbers into random order (Fisher and Yates; Durstenfeld 1964).
    public static void shuffle(int[] numbers, SplittableRandom random) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = kept;
        }
    }

    /// The finaliser of MurmurHash3 (variant 13 of Stafford, 2011).
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
