/// The palette's family "Pooling": summaries of windows or of whole images. Imports what [org.lamina.layers] may;
/// [org.lamina.spec.Layer#block] runs on the engine thread, everything else on any.
@NullMarked
package org.lamina.layers.pooling;

import org.jspecify.annotations.NullMarked;
