/// The same jobs without a window. Imports everything but `app` and `ui`; runs on the main thread.
@NullMarked
package org.lamina.cli;

import org.jspecify.annotations.NullMarked;
