/// How good each depth of a network is: linear probes, the similarity of layers, maps of samples by what a layer gives.
/// Imports what [org.lamina.ui] may; FX thread only.
@NullMarked
package org.lamina.ui.depth;

import org.jspecify.annotations.NullMarked;
