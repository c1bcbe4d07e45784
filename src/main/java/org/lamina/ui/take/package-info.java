/// What can be taken away of a view: its picture and its numbers, onto the clipboard and into files. Imports `app`,
/// `file` and the window's actions. FX thread only; files are written in the background.
@NullMarked
package org.lamina.ui.take;

import org.jspecify.annotations.NullMarked;
