/// How good each depth of a network is: linear probes, the similarity of layers, maps of samples by what a layer gives.
/// Imports `app`, `graph`, `tensor`, `study` and JavaFX; FX thread only.
@NullMarked
package org.lamina.ui.depth;

import org.jspecify.annotations.NullMarked;
