/// Layers in which each time step of a sequence takes what it needs from all the others.
@NullMarked
package org.lamina.layers.attention;

import org.jspecify.annotations.NullMarked;
