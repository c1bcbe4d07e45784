/// View models: JavaFX properties, no controls, testable without a window. FX thread only.
@NullMarked
package org.lamina.app;

import org.jspecify.annotations.NullMarked;
