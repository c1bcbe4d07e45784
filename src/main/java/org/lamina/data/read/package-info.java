/// Readers of standard formats. Whatever a file holds, a reader gives a data set or a `DataException` that says what
/// was needed, what came and what to do. Imports `data`, `tensor`, `file`, of `spec` the annotations, and Commons CSV.
/// Reads files, so never on the FX thread.
@NullMarked
package org.lamina.data.read;

import org.jspecify.annotations.NullMarked;
