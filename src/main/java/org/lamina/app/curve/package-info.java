/// Curves of a run: values over steps, smoothing, thinning to pixels, CSV. Plain Java; imports of Lamina only
/// `app.Numbers`. FX thread only, as curves grow in place.
@NullMarked
package org.lamina.app.curve;

import org.jspecify.annotations.NullMarked;
