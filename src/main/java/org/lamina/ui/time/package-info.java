/// The time line under the window: back to earlier moments of a run. Imports what [org.lamina.ui] may; FX thread only.
@NullMarked
package org.lamina.ui.time;

import org.jspecify.annotations.NullMarked;
