/// Maps of many numbers into the plane: principal components and t-SNE by libraries. Imports `tensor`, `study`, EJML and
/// bh-tsne; works on an executor handed in.
@NullMarked
package org.lamina.app.embedding;

import org.jspecify.annotations.NullMarked;
