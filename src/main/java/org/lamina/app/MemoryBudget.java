package org.lamina.app;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How much memory may be spent on what is only looked at: one half on the patches that excite units, one on the moments of
/// a run.
public final class MemoryBudget {

    /// In megabytes.
    public static final List<Integer> CHOICES = List.of(8, 64, 512, 2048);

    private static final String NAME = "patches-megabytes";
    private static final int INITIAL = 512;
    private static final long MEGABYTE = 1_000_000;

    private final Settings settings;
    private final ReadOnlyObjectWrapper<Integer> megabytes;

    public MemoryBudget(Settings settings) {
        this.settings = settings;
        int stored = (int) settings.number(NAME, INITIAL);
        megabytes = new ReadOnlyObjectWrapper<>(CHOICES.contains(stored) ? stored : INITIAL);
    }

    /// Of both halves together.
    public ReadOnlyObjectProperty<Integer> megabytesProperty() {
        return megabytes.getReadOnlyProperty();
    }

    public void set(int chosen) {
        megabytes.set(chosen);
        settings.set(NAME, chosen);
    }

    /// Megabytes of patches.
    public int patches() {
        return megabytes.get() / 2;
    }

    /// Bytes of moments.
    public long moments() {
        return megabytes.get() * MEGABYTE / 2;
    }
}
