/// Step mode: one batch in four beats, lit on the canvas and told in a panel. Imports app, study, graph, tensor and what
/// draws. FX thread only.
@NullMarked
package org.lamina.ui.step;

import org.jspecify.annotations.NullMarked;
