/// How well the network can learn, drawn on the canvas: gradients on the wires, idle units and the reach of updates on
/// the nodes. Imports what [org.lamina.ui] may; FX thread only.
@NullMarked
package org.lamina.ui.health;

import org.jspecify.annotations.NullMarked;
