/// The network and nothing else: nodes, wires, edits, shape inference and problems. No positions, no colours. Immutable
/// values; imports `tensor` and `spec`; runs on any thread.
@NullMarked
package org.lamina.graph;

import org.jspecify.annotations.NullMarked;
