/// The form of whatever is selected, generated from its record's parameters. Imports what [org.lamina.ui] may; FX
/// thread only.
@NullMarked
package org.lamina.ui.inspector;

import org.jspecify.annotations.NullMarked;
