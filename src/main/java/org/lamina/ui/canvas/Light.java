package org.lamina.ui.canvas;

import java.util.Locale;
import javafx.css.PseudoClass;

/// Why a node stands out while a training step is shown. The colours are Okabe and Ito's, which people with any colour
/// vision tell apart.
public enum Light {
    FORWARD(0xFF0072B2),
    LOSS(0xFFCC79A7),
    BACKWARD(0xFFD55E00),
    UPDATE(0xFF009E73);

    private final int argb;

    Light(int argb) {
        this.argb = argb;
    }

    /// 0xAARRGGBB.
    public int argb() {
        return argb;
    }

    PseudoClass state() {
        return PseudoClass.getPseudoClass("lit-" + name().toLowerCase(Locale.ROOT));
    }
}
