/// The window: binds to `app` and never sees the engine. FX thread only; `FxDoor` is the one way onto it.
@NullMarked
package org.lamina.ui;

import org.jspecify.annotations.NullMarked;
