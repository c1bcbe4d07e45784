/// The canvas: one retained region per layer, one curve per wire, and the gestures that change the document. Binds to
/// `app` view models; FX thread only. A gesture previews while the pointer moves and ends in one undo step or none.
@NullMarked
package org.lamina.ui.canvas;

import org.jspecify.annotations.NullMarked;
