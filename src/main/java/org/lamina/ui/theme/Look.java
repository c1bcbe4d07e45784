package org.lamina.ui.theme;

/// Colours and size of everything.
///
/// @param scale of text; 1 is normal
public record Look(Theme theme, double scale) {}
