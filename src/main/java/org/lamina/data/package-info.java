/// Data sets: descriptions, readers of standard formats, generators, splits and augmentation. Imports `tensor`, `file`, and
/// of `spec` the annotations and the catalogue, so that a data set's form, file entry and help come from its record as a
/// layer's do. Reads files, so never on the FX thread.
@NullMarked
package org.lamina.data;

import org.jspecify.annotations.NullMarked;
