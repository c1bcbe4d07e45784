package org.lamina.graph;

import org.lamina.spec.Card;
import org.lamina.spec.Family;
import org.lamina.spec.Structure;

/// Stands in an expanded graph where something enters or leaves a block.
///
/// @param blamed where it shows that nothing arrives
/// @param missing what to do then
@Card(id = "gate", title = "Gate", family = Family.BLOCK)
record Gate(NodeId blamed, String missing) implements Structure {}
