/// The canvas: one retained region per layer, one curve per wire, and the gestures that change the document. A gesture
/// previews while the pointer moves and ends in one undo step or none. Imports what [org.lamina.ui] may; FX thread
/// only.
@NullMarked
package org.lamina.ui.canvas;

import org.jspecify.annotations.NullMarked;
