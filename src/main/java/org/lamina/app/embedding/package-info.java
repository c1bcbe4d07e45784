/// Maps of many numbers into the plane: principal components by EJML, and t-SNE. Imports `tensor`, `study` and EJML;
/// works on an executor handed in.
@NullMarked
package org.lamina.app.embedding;

import org.jspecify.annotations.NullMarked;
