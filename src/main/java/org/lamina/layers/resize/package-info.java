/// The palette's family "Resize": layers that make pictures larger or smaller without learning. Imports what
/// [org.lamina.layers] may; [org.lamina.spec.Layer#block] runs on the engine thread, everything else on any.
@NullMarked
package org.lamina.layers.resize;

import org.jspecify.annotations.NullMarked;
