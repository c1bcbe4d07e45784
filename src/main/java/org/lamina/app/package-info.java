/// View models: JavaFX properties, no controls, testable without a window. Imports all but `layers`, `compile`,
/// `probe`, `ui` and `cli`, and of JavaFX properties and collections. FX thread only.
@NullMarked
package org.lamina.app;

import org.jspecify.annotations.NullMarked;
