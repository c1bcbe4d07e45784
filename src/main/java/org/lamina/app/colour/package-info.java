/// Numbers as colours: even colour maps, scales, mosaics of units. Plain Java; imports `tensor`; runs on any thread.
@NullMarked
package org.lamina.app.colour;

import org.jspecify.annotations.NullMarked;
