/// The data set: choice, settings, samples, balance, problems. Imports `app`, `spec`, `graph`,
/// `tensor`. FX thread only.
@NullMarked
package org.lamina.ui.data;

import org.jspecify.annotations.NullMarked;
