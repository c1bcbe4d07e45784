package org.lamina;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives benchmarks the table that their figures go to. It is printed when the last of them has run.
public final class Figures implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Table.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(Table.class);
    }

    /// What was measured, one row each.
    public static final class Table implements AutoCloseable {
        private static final String ROW = "%-46s %-24s %-34s %-20s %s";

        private final List<String> rows = new ArrayList<>();

        /// @param wanted what is asked of it, in words; empty where the figure is only told
        public void add(String what, String measured, String wanted) {
            row(what, measured, "", "", wanted);
        }

        /// @param rival what it was compared with
        /// @param least least ratio that is wanted
        public void add(String what, Duel duel, String rival, double least) {
            row(what, "%,.0f samples/s".formatted(duel.ours()),
                    "%s, %,.0f samples/s".formatted(rival, duel.theirs()),
                    "%.2f (%.2f to %.2f)".formatted(duel.ratio(), duel.low(), duel.high()),
                    "at least %.2f".formatted(least));
        }

        private void row(String what, String measured, String rival, String ratio, String wanted) {
            rows.add(ROW.formatted(what, measured, rival, ratio, wanted).stripTrailing());
        }

        @Override
        public void close() {
            System.out.printf(
                    "%n%d cores, %s on %s, Java %s. Medians; beside a ratio, the middle half of its pairs.%n%n",
                    Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"),
                    System.getProperty("os.arch"), Runtime.version());
            System.out.println(ROW.formatted("What", "Measured", "Compared with", "Ratio", "Wanted"));
            rows.forEach(System.out::println);
        }
    }
}
