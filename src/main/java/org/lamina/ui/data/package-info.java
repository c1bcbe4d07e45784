/// The data set: choice, settings, samples, balance, problems. Imports what [org.lamina.ui] may; FX thread only.
@NullMarked
package org.lamina.ui.data;

import org.jspecify.annotations.NullMarked;
