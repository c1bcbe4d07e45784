/// The palette's family "Core": what every network needs: its ends, dense layers, changes of shape, dropout. Imports
/// what [org.lamina.layers] may; [org.lamina.spec.Layer#block] runs on the engine thread, everything else on any.
@NullMarked
package org.lamina.layers.core;

import org.jspecify.annotations.NullMarked;
