/// Takes a trained network away: a walk over the graph with a writer per format, and the proof that the file answers as
/// the studio did. Imports `tensor`, `spec`, `graph`, `project`, `file`; never the engine. Runs off the FX thread.
@NullMarked
package org.lamina.export;

import org.jspecify.annotations.NullMarked;
