/// The palette's family "Convolution": filters that slide over a sequence, an image or a volume. Imports what
/// [org.lamina.layers] may; [org.lamina.spec.Layer#block] runs on the engine thread, everything else on any.
@NullMarked
package org.lamina.layers.convolution;

import org.jspecify.annotations.NullMarked;
