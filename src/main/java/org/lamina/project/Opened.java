package org.lamina.project;

import java.util.List;

/// A project as read.
///
/// @param warnings what was repaired or left out and where, in words for people
public record Opened(Project project, List<String> warnings) {
    public Opened {
        warnings = List.copyOf(warnings);
    }
}
