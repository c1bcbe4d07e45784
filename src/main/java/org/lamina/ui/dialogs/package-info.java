/// Questions, reports and overviews in their own small windows. Imports what [org.lamina.ui] may; FX thread only.
@NullMarked
package org.lamina.ui.dialogs;

import org.jspecify.annotations.NullMarked;
