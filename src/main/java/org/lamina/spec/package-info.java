/// What a layer is: its shape rule, cost, parameters, engine block and exports. Imports `tensor`, and of DJL only
/// `ai.djl.nn` and `ai.djl.ndarray`. Everything but [Layer#block] is pure and runs on any thread.
@NullMarked
package org.lamina.spec;

import org.jspecify.annotations.NullMarked;
