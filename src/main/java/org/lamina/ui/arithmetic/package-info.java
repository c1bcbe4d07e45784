/// The arithmetic view: one number of a layer's answer, worked out in numbers. Imports what [org.lamina.ui] may; FX
/// thread only.
@NullMarked
package org.lamina.ui.arithmetic;

import org.jspecify.annotations.NullMarked;
