/// The first page: samples, recent files, a new network. Imports what [org.lamina.ui] may; FX thread only.
@NullMarked
package org.lamina.ui.start;

import org.jspecify.annotations.NullMarked;
