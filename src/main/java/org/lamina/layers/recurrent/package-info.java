/// The palette's family "Recurrent": layers that walk along a sequence and remember. Imports what [org.lamina.layers]
/// may; [org.lamina.spec.Layer#block] runs on the engine thread, everything else on any.
@NullMarked
package org.lamina.layers.recurrent;

import org.jspecify.annotations.NullMarked;
