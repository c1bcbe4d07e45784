/// Data sets that need no file: the same settings and seed give the same samples, and sample 17 of a small set is
/// sample 17 of a large one. Imports `data`, `tensor` and of `spec` the annotations. Runs on any thread but FX's.
@NullMarked
package org.lamina.data.generate;

import org.jspecify.annotations.NullMarked;
