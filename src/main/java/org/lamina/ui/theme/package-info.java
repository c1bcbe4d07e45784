/// Light and dark looks: style sheets and what no style sheet reaches. Imports what [org.lamina.ui] may; FX thread
/// only.
@NullMarked
package org.lamina.ui.theme;

import org.jspecify.annotations.NullMarked;
