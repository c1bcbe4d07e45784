/// The window. It binds to the view models of `app` and never sees the engine; [FxDoor] is the one way onto its thread.
/// Imports `app`, `study`, `graph`, `spec`, `tensor`, `file`, of `project` the values that it shows, JavaFX,
/// and what draws for it. FX thread only.
@NullMarked
package org.lamina.ui;

import org.jspecify.annotations.NullMarked;
