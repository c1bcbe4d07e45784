/// The same jobs without a window. Imports `data`, `engine`, `export`, `file`, `graph`, `project`, `spec`, `tensor` and
/// picocli; runs on the main thread.
@NullMarked
package org.lamina.cli;

import org.jspecify.annotations.NullMarked;
