package org.lamina.study;

import org.lamina.graph.NodeId;

/// One channel or feature of what a node gives.
///
/// @param node of the network without blocks
/// @param index counted from 0
public record Unit(NodeId node, int index) {}
