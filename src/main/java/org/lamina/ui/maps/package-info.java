/// What a network makes of a sample: maps, kernels, predictions, confusion. Imports `app`, `graph`, `tensor` and JavaFX;
/// FX thread only.
@NullMarked
package org.lamina.ui.maps;

import org.jspecify.annotations.NullMarked;
