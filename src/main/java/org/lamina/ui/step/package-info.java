/// Step mode: one batch in four beats, lit on the canvas and told in a panel. Imports what [org.lamina.ui] may; FX
/// thread only.
@NullMarked
package org.lamina.ui.step;

import org.jspecify.annotations.NullMarked;
