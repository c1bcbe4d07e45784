/// The palette's family "Activation": functions of single numbers, and softmax. Imports what [org.lamina.layers] may;
/// [org.lamina.spec.Layer#block] runs on the engine thread, everything else on any.
@NullMarked
package org.lamina.layers.activation;

import org.jspecify.annotations.NullMarked;
