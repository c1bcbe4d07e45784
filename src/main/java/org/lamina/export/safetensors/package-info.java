/// The weights alone. Imports what [org.lamina.export] may. Runs on the caller's thread, never on the FX thread.
@NullMarked
package org.lamina.export.safetensors;

import org.jspecify.annotations.NullMarked;
