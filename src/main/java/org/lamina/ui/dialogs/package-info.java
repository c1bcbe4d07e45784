/// Questions, reports and overviews in their own small windows. Imports `app`, `spec`, `graph`,
/// `tensor`. FX thread only.
@NullMarked
package org.lamina.ui.dialogs;

import org.jspecify.annotations.NullMarked;
