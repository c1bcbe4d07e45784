/// The palette's family "Attention": layers in which each part of a sample takes what it needs from all the others, and
/// the transformer blocks made of them. Imports what [org.lamina.layers] may; [org.lamina.spec.Layer#block] runs on the
/// engine thread, everything else on any.
@NullMarked
package org.lamina.layers.attention;

import org.jspecify.annotations.NullMarked;
