/// The first page: samples, recent files, a new network. Imports `app`, `spec`, `graph`,
/// `tensor`. FX thread only.
@NullMarked
package org.lamina.ui.start;

import org.jspecify.annotations.NullMarked;
