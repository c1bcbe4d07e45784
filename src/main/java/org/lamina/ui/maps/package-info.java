/// What a network makes of a sample: maps, kernels, predictions, confusion, why it answers so and what fools it.
/// Imports what [org.lamina.ui] may; FX thread only.
@NullMarked
package org.lamina.ui.maps;

import org.jspecify.annotations.NullMarked;
