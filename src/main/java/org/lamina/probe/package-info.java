/// Answers the questions of `study` with the network in hand, a bit at a time between the steps of a run. A study is one
/// file; [Studies] names them all. Imports everything below the engine and DJL's arrays; sees the network through
/// [Subject]. Engine thread only.
@NullMarked
package org.lamina.probe;

import org.jspecify.annotations.NullMarked;
