/// Answers the questions of `study` with the network in hand, a bit at a time between the steps of a run. A study is
/// one file; [Studies] names them all. Sees the network through [Subject]. Imports `tensor`, `spec`, `graph`,
/// `project`, `data`, `compile`, `study` and DJL's arrays. Engine thread only.
@NullMarked
package org.lamina.probe;

import org.jspecify.annotations.NullMarked;
