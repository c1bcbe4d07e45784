package org.lamina.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lamina.compile.GraphBlock.Step;

/// The order of steps for runs into which nobody looks: a ReLU and the max pooling after it change places. The network
/// answers and learns the same, bit for bit, and the ReLU has a quarter of the numbers to do.
final class PoolFirst {

    private PoolFirst() {}

    /// @param outputs steps whose own answers are asked for
    static List<Step> of(List<Step> steps, List<Integer> outputs) {
        List<Step> order = new ArrayList<>(steps);
        for (int pool = 0; pool < order.size(); pool++)
            if (order.get(pool).node().layer().picksLargest()) {
                int before = order.get(pool).sources().getFirst();
                if (order.get(before).node().layer().keepsOrder() && !outputs.contains(before)
                        && readers(order, before) == 1)
                    exchange(order, before, pool);
            }
        return List.copyOf(order);
    }

    private static long readers(List<Step> steps, Integer of) {
        return steps.stream().filter(step -> step.sources().contains(of)).count();
    }

    /// What runs changes places; who takes whose answer stays.
    private static void exchange(List<Step> steps, int one, int other) {
        List<Integer> first = steps.get(one).sources();
        List<Integer> second = steps.get(other).sources();
        Collections.swap(steps, one, other);
        steps.set(one, steps.get(one).taking(first));
        steps.set(other, steps.get(other).taking(second));
    }
}
