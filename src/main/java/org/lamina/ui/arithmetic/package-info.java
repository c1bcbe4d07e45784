/// The arithmetic view: one number of a layer's answer, worked out in numbers. Imports app, spec, study, ui and ui.maps;
/// FX thread only.
@NullMarked
package org.lamina.ui.arithmetic;

import org.jspecify.annotations.NullMarked;
