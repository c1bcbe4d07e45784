/// The palette: layers by family, with search. A layer is dragged from here onto a canvas, or added by double-click or
/// Enter. Imports what [org.lamina.ui] may; FX thread only.
@NullMarked
package org.lamina.ui.palette;

import org.jspecify.annotations.NullMarked;
