package org.lamina.spec;

import java.util.List;
import java.util.Map;

/// An owner whose parameters a person chose, where those of any other owner are the components of its record. [Params]
/// treats both alike.
public interface Tunable {

    List<Param> params();

    /// @throws IllegalArgumentException where there is no such parameter
    Object value(String parameter);

    /// The same with some values replaced.
    ///
    /// @param changes values of their parameters' types, by names that there are
    Tunable with(Map<String, Object> changes);
}
