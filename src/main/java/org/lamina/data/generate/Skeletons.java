package org.lamina.data.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The ways in which people write each digit, as the paths of a pen.
final class Skeletons {

    /// One way to write a digit.
    ///
    /// @param weight how often it is chosen among the digit's ways
    record Skeleton(int weight, List<Stroke> strokes) {}

    /// The pen's path from touch-down to lift: points that it passes on a smooth curve, or with a corner.
    record Stroke(List<Point> points) {}

    /// @param x from 0, left, to 100
    /// @param y from 0, top, to 100
    record Point(double x, double y, boolean corner) {}

    /// Per line a digit, a weight, and the strokes: points `x,y` from 0,0 (top left) to 100,100; `!` marks a corner,
    /// `|` lifts the pen.
    private static final String WAYS = """
            0 3 55,0 20,12 2,50 18,90 50,100 82,88 98,50 84,14 52,1
            0 2 70,8 40,0 10,25 2,60 25,98 60,98 95,65 95,25 65,3 35,12
            0 2 62,6 25,8 3,50 20,92 55,100 90,75 98,40 82,8 45,2
            0 1 30,10 5,45 12,85 45,100 85,85 98,45 75,8 40,0 20,20
            1 9 52,0 49,50 50,100
            1 2 25,22 55,0! 52,50 50,100
            1 1 25,25 52,0! 50,100 | 12,100 88,98
            2 4 8,22 30,2 65,0 88,22 75,50 40,80 5,98! 50,97 98,95
            2 4 8,22 35,0 75,5 85,35 60,70 25,97 8,92 12,78 35,82 65,97 98,92
            2 2 5,25 30,3 70,3 82,30 55,68 8,98! 40,88 70,98 100,90
            2 4 12,28 40,2 72,15 70,50 35,90 8,95 5,75 30,66 62,88 98,92
            2 3 15,15 50,0 75,20 62,55 30,92 5,96 5,78 28,75 60,92 100,85
            2 3 20,12 55,2 70,25 45,65 8,96! 50,96 100,90
            2 3 5,30 20,5 60,0 80,20 65,55 35,85 10,90 5,72 25,65 60,88 95,95
            2 2 15,25 45,0 80,15 75,45 45,80 15,95 3,80 20,65 50,80 98,92
            3 4 10,12 40,0 80,8 82,32 45,47! 85,58 95,78 70,98 35,100 5,85
            3 3 8,15 45,0 82,15 70,40 42,48 75,55 92,78 60,100 5,90
            3 1 8,3 85,3! 42,42! 80,50 95,75 65,100 5,92
            3 3 12,5 50,0 75,15 45,42! 72,58 68,88 15,100
            3 3 15,8 60,0 80,20 48,44 86,62 65,94 5,96
            3 2 20,10 60,2 70,22 40,45! 65,52 75,78 45,100 5,98
            3 3 10,15 35,2 75,5 85,25 55,46! 88,62 82,90 45,100 8,88
            3 3 12,10 50,0 85,15 80,35 60,46 88,60 88,85 50,100 8,92
            3 2 5,25 25,5 70,2 80,25 50,45! 85,60 80,90 40,100 5,80
            3 4 25,5 60,0 85,12 70,35 45,45! 72,55 75,78 45,98 5,100
            3 3 0,10 45,0 95,8! 45,42! 80,55 85,80 50,100 5,95
            3 3 15,20 35,2 70,5 75,25 50,44! 78,58 85,80 50,100 5,94
            4 3 12,5 5,50! 90,50 | 82,0 75,45 72,100
            4 3 10,0 8,45 40,58 78,45 | 88,0 80,50 75,100
            4 2 65,0 5,65! 98,65 | 65,0 62,100
            4 2 15,0 5,48 45,55 95,48 | 60,20 58,60 55,100
            5 3 20,3 15,45! 55,38 92,62 75,95 35,100 3,88 | 20,3 90,0
            5 4 88,2 20,3! 14,45! 50,36 90,60 75,95 35,100 3,88
            5 2 90,5 40,5 18,28 45,48 82,65 70,95 30,100 2,88
            5 3 98,0 35,5! 20,40! 60,45 72,75 40,100 0,92
            5 2 18,12 12,46! 50,42 75,62 60,95 20,100 0,90 | 16,12 98,2
            6 3 75,0 35,22 8,60 20,95 60,100 88,78 70,55 35,58 12,80
            6 3 65,0 25,40 8,75 30,100 70,97 85,70 55,52 15,72
            6 2 55,0 15,45 10,85 45,100 80,85 65,62 25,75
            6 3 50,0 15,40 5,75 25,99 60,96 74,75 50,62 12,85
            6 2 85,0 40,28 8,65 25,98 65,95 80,68 50,58 12,78
            6 3 60,0 25,45 10,80 35,100 75,92 82,68 50,60 20,82
            6 2 45,0 12,40 5,75 35,100 80,90 92,65 60,52 25,70
            7 4 5,8 92,5! 55,50 38,100
            7 2 5,8 92,5! 55,50 38,100 | 25,50 80,48
            7 2 5,22 8,3! 92,3! 60,45 40,100
            7 2 5,12 30,3 92,8 70,45 45,100
            7 3 2,35 5,8! 45,15 95,3! 62,50 45,100
            7 2 5,8 92,5! 55,50 38,100 | 18,58 95,45
            7 2 3,40 8,8! 50,3 92,10 70,50 55,100
            7 3 5,30 15,5 50,0 90,5! 68,50 50,100
            7 2 8,10 60,0 90,15 70,55 50,100
            8 4 80,12 50,0 18,15 25,38 70,58 85,82 50,100 12,85 25,60 70,40 85,15 60,2
            8 2 50,0 18,22 50,46 82,22 50,0 | 50,46 10,75 50,100 90,75 50,46
            8 2 88,8 45,0 15,22 50,48 88,75 50,100 10,78 45,50 90,10
            8 5 92,6 58,2 25,20 45,45 78,68 62,97 25,96 20,75 50,50 94,10
            8 3 70,15 50,0 28,18 45,42 72,68 55,100 22,85 40,55 72,25 62,3
            8 4 92,8 60,0 15,12 12,35 50,55 68,78 50,100 32,85 45,58 85,35 95,12
            8 3 50,0 12,15 22,40 50,55 62,78 48,100 35,80 52,52 85,32 88,12 52,0
            9 3 85,15 50,0 10,20 20,48 60,48 88,18! 80,60 72,100
            9 3 85,20 45,0 8,25 30,50 75,38 88,10 88,60 65,95 20,98
            9 3 88,20 55,0 15,15 15,45 55,48 88,12 82,60 70,100
            9 3 75,12 45,2 15,25 30,45 65,30 80,8! 65,55 50,100
            9 2 90,25 60,2 20,12 8,40 40,50 80,30 90,10! 88,100
            """;

    private static final List<List<Skeleton>> BY_DIGIT = IntStream.range(0, 10).mapToObj(Skeletons::parse).toList();

    private Skeletons() {}

    static Skeleton choose(int digit, SplittableRandom random) {
        List<Skeleton> ways = BY_DIGIT.get(digit);
        int left = random.nextInt(ways.stream().mapToInt(Skeleton::weight).sum());
        for (Skeleton way : ways) {
            left -= way.weight();
            if (left < 0)
                return way;
        }
        throw new AssertionError(digit);
    }

    private static List<Skeleton> parse(int digit) {
        return WAYS.lines().map(line -> line.split(" ", 3)).filter(parts -> parts[0].equals(String.valueOf(digit)))
                .map(parts -> new Skeleton(Integer.parseInt(parts[1]), strokes(parts[2]))).toList();
    }

    private static List<Stroke> strokes(String text) {
        List<Stroke> strokes = new ArrayList<>();
        for (String stroke : text.split(" \\| ", -1))
            strokes.add(new Stroke(Arrays.stream(stroke.split(" ", -1)).map(Skeletons::point).toList()));
        return strokes;
    }

    private static Point point(String text) {
        String[] numbers = text.replace("!", "").split(",", -1);
        return new Point(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), text.endsWith("!"));
    }
}
