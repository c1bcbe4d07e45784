/// Controls of a run: the tool bar's part, the status bar's parts, messages. Imports what [org.lamina.ui] may; FX
/// thread only.
@NullMarked
package org.lamina.ui.train;

import org.jspecify.annotations.NullMarked;
