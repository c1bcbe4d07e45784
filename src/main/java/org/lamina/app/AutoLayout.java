package org.lamina.app;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.WrappingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.project.Point;

/// Layered layout from left to right (Sugiyama, Tagawa and Toda, 1981), as the Eclipse Layout Kernel does it. Takes up
/// to a second for 2,000 nodes: never on the FX thread.
public final class AutoLayout {

    /// Width by height that long networks are wrapped to, row under row.
    private static final double SCREEN = 1.8;

    private AutoLayout() {}

    /// @param height of a node; all are equally wide
    public static Map<NodeId, Point> places(Graph graph, ToDoubleFunction<NodeId> height) {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        ElkNode root = root();
        Map<NodeId, ElkNode> nodes = new LinkedHashMap<>();
        for (Node node : graph.nodes())
            nodes.put(node.id(), node(root, height.applyAsDouble(node.id())));
        Map<ElkNode, Map<Integer, ElkPort>> ports = new HashMap<>();
        for (Wire wire : graph.wires())
            wire(nodes, ports, wire);
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        Map<NodeId, Point> places = new LinkedHashMap<>();
        nodes.forEach((id, n) -> places.put(id, NodeBox.snapped(new Point(n.getX(), n.getY()))));
        return places;
    }

    private static ElkNode root() {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(0));
        root.setProperty(CoreOptions.SPACING_NODE_NODE, NodeBox.GAP_Y);
        root.setProperty(LayeredOptions.WRAPPING_STRATEGY, WrappingStrategy.MULTI_EDGE);
        root.setProperty(LayeredOptions.ASPECT_RATIO, SCREEN);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, NodeBox.GAP_X);
        return root;
    }

    private static ElkNode node(ElkNode root, double height) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(NodeBox.WIDTH, height);
        node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        return node;
    }

    private static void wire(Map<NodeId, ElkNode> nodes, Map<ElkNode, Map<Integer, ElkPort>> ports, Wire wire) {
        ElkNode from = nodes.get(wire.from());
        ElkNode to = nodes.get(wire.to());
        if (from == null || to == null)
            return;
        ElkPort out = ports.computeIfAbsent(from, _ -> new HashMap<>()).computeIfAbsent(-1,
                _ -> port(from, PortSide.EAST, NodeBox.WIDTH, NodeBox.PORT_Y));
        ElkPort in = ports.computeIfAbsent(to, _ -> new HashMap<>()).computeIfAbsent(wire.port(),
                p -> port(to, PortSide.WEST, 0, NodeBox.inputY(p)));
        ElkGraphUtil.createSimpleEdge(out, in);
    }

    private static ElkPort port(ElkNode node, PortSide side, double x, double y) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setProperty(CoreOptions.PORT_SIDE, side);
        port.setLocation(x, y);
        return port;
    }
}
