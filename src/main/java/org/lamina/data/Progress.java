package org.lamina.data;

/// Hears how far long work is, and says whether to go on.
@FunctionalInterface
public interface Progress {
    Progress NONE = (_, _) -> true;

    /// @param done part that is done, 0…1; NaN while unknown
    /// @return false to stop
    boolean at(double done, String what);
}
