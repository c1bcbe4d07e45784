/// The time line under the window: back to earlier moments of a run. Imports `app`. FX thread only.
@NullMarked
package org.lamina.ui.time;

import org.jspecify.annotations.NullMarked;
