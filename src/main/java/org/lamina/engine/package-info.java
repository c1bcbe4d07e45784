/// The engine thread: owns the native engine and every array; trains, answers questions, saves. Takes commands, gives
/// events (never lost) and frames (merged); all three are plain data. Imports `file`, `tensor`, `spec`, `graph`,
/// `project`, `data`, `compile`, `study`, `probe` and DJL. No public method has a DJL array in its signature.
@NullMarked
package org.lamina.engine;

import org.jspecify.annotations.NullMarked;
