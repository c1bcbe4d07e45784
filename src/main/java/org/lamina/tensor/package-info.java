/// Shapes, element types and the arithmetic on sizes. Plain values: imports `file`, runs on any thread.
@NullMarked
package org.lamina.tensor;

import org.jspecify.annotations.NullMarked;
