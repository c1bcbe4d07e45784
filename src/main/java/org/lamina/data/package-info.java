/// Data sets: what they are, splits, batches and augmentation; readers of standard formats, generators and downloads
/// are in packages of their own. Imports `tensor`, `file`, and of `spec` the annotations and the catalogue, so that a
/// data set's form, file entry and help come from its record as a layer's do. Reads files, so never on the FX thread.
@NullMarked
package org.lamina.data;

import org.jspecify.annotations.NullMarked;
