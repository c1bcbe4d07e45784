/// The engine thread: owns the native engine and every array; trains, probes, saves. Takes commands, gives events
/// (never lost) and frames (merged); all three are plain data. Imports everything below it and DJL. No public method has
/// a DJL array in its signature.
@NullMarked
package org.lamina.engine;

import org.jspecify.annotations.NullMarked;
