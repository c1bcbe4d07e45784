/// What a network that takes two numbers makes of the plane: every neuron as a small picture, weights as wires, the
/// answer large with the data's points. Imports what [org.lamina.ui] may; FX thread only.
@NullMarked
package org.lamina.ui.plane;

import org.jspecify.annotations.NullMarked;
