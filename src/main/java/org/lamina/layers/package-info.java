/// The catalogue: one file per layer, one sub-package per family of the palette. Nobody imports it; layers are found by
/// `java.util.ServiceLoader`. Imports `tensor`, `spec`, and of DJL `nn`, `ndarray` and what the signature of a block needs.
@NullMarked
package org.lamina.layers;

import org.jspecify.annotations.NullMarked;
