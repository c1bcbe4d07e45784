/// What can be taken away of a view: its picture, its drawing and its numbers, onto the clipboard and into files.
/// Imports what [org.lamina.ui] may; FX thread only, files are written in the background.
@NullMarked
package org.lamina.ui.take;

import org.jspecify.annotations.NullMarked;
