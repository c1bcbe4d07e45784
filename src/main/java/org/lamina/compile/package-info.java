/// Turns a graph with inferred shapes into one DJL block and names its parameters. Imports `tensor`, `spec`, `graph`
/// and DJL. Engine thread only.
@NullMarked
package org.lamina.compile;

import org.jspecify.annotations.NullMarked;
