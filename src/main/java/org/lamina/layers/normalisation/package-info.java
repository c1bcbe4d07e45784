/// The palette's family "Normalisation": layers that bring activations to zero mean and unit variance. Imports what
/// [org.lamina.layers] may; [org.lamina.spec.Layer#block] runs on the engine thread, everything else on any.
@NullMarked
package org.lamina.layers.normalisation;

import org.jspecify.annotations.NullMarked;
