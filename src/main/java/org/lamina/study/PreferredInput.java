package org.lamina.study;

import org.lamina.tensor.Tensor;

/// The picture that a unit would most like to see: gradient ascent on its number in the middle, before its activation, with jitter, blur and
/// decay, so that it stays a picture.
///
/// **Source** Erhan et al., 2009; Yosinski et al., 2015 (decay and blur); Mordvintsev et al., 2015 (jitter).
public record PreferredInput(Unit unit) implements Question {

    @Override
    public boolean follows() {
        return false;
    }

    /// @param picture cropped to the unit's receptive field, channels first
    /// @param before the unit's number for a grey picture
    /// @param response the unit's number for the picture
    public record Found(Tensor picture, float before, float response) implements Finding {}
}
