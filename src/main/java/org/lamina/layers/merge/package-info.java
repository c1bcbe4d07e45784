/// The palette's family "Merge": layers that join branches. Imports what [org.lamina.layers] may;
/// [org.lamina.spec.Layer#block] runs on the engine thread, everything else on any.
@NullMarked
package org.lamina.layers.merge;

import org.jspecify.annotations.NullMarked;
