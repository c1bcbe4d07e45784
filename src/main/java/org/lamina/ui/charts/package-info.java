/// Curves of runs, drawn by JFreeChart. Imports what [org.lamina.ui] may; FX thread only, files are written by an
/// executor handed in.
@NullMarked
package org.lamina.ui.charts;

import org.jspecify.annotations.NullMarked;
