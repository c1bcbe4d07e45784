package org.lamina.ui.maps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Capture;
import org.lamina.app.Drawing;
import org.lamina.app.Found;
import org.lamina.app.Looking;
import org.lamina.app.PlaneOfData;
import org.lamina.app.Wish;
import org.lamina.app.colour.Colouring;
import org.lamina.graph.NodeId;
import org.lamina.spec.Family;
import org.lamina.spec.Role;
import org.lamina.study.Plane;
import org.lamina.tensor.Tensor;
import org.lamina.ui.LayerChoice;
import org.lamina.ui.LivePanel;
import org.lamina.ui.Piecemeal;
import org.lamina.ui.Sight;
import org.lamina.ui.canvas.NodeDecorations;

/// Small live pictures on the nodes: the first maps of a convolution or pooling layer; where the network takes points
/// of a plane, what each neuron makes of the plane. On any node, how many of its units are switched off.
public final class NodeMaps implements NodeDecorations, LivePanel {

    private static final Set<Family> FAMILIES = Set.of(Family.CONVOLUTION, Family.POOLING);

    private final Drawing drawing;
    private final Looking looking;
    private final PlaneOfData plane;
    private final Node canvas;
    private final Map<NodeId, NodeTile> tiles = new LinkedHashMap<>();
    private final MapsLegend legend = new MapsLegend();
    private final Piecemeal parts = new Piecemeal();
    private final Executor background;
    private CompletableFuture<?> drawn = CompletableFuture.completedFuture(null);

    /// @param canvas what must be in sight for the maps to live
    /// @param background draws what is not small
    public NodeMaps(Drawing drawing, Looking looking, PlaneOfData plane, Node canvas, Executor background) {
        this.background = background;
        this.drawing = drawing;
        this.looking = looking;
        this.plane = plane;
        this.canvas = canvas;
    }

    /// What the colours mean, to stand over a corner of the canvas.
    public Region legend() {
        return legend;
    }

    @Override
    public @Nullable Region of(NodeId id) {
        if (layer(id).isEmpty())
            return null;
        NodeTile tile = new NodeTile(id, this::afterOthers);
        tiles.put(id, tile);
        return tile;
    }

    /// Large pictures are drawn one after another.
    private void afterOthers(Runnable work) {
        drawn = drawn.handleAsync((_, _) -> {
            work.run();
            return null;
        }, background);
    }

    @Override
    public Node node() {
        return canvas;
    }

    @Override
    public Wish wish() {
        Set<NodeId> seen = tiles.entrySet().stream().filter(e -> isSeen(e.getKey(), e.getValue()))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        Plane question = seen.isEmpty() ? null : plane.question();
        Set<NodeId> maps = seen.stream().filter(this::hasMaps).map(this::path).collect(Collectors.toSet());
        if (!maps.isEmpty() && looking.isOneScale())
            maps.addAll(layers());
        Wish outputs = Wish.maps(maps, Set.of());
        return question == null ? outputs : outputs.and(Wish.answers(Set.of(question)));
    }

    @Override
    public long refresh(long nanos) {
        return parts.go(nanos) == CONTENT ? draw(nanos) : 0;
    }

    private long draw(long nanos) {
        tiles.keySet().removeIf(id -> !drawing.project().graph().contains(id));
        Plane.@Nullable Found planes = planes();
        Colouring colouring = planes != null ? looking.colouring().among(planes.neurons().values())
                : looking.isOneScale() ? looking.colouring(layers()) : looking.colouring();
        List<Runnable> each = new ArrayList<>();
        tiles.forEach((id, tile) -> {
            long off = looking.off().count(path(id));
            Tensor output = output(id, planes);
            each.add(() -> tile.show(off, output, colouring));
        });
        each.add(() -> legend.show(tiles.values().stream().anyMatch(NodeTile::hasPicture), colouring));
        return parts.begin(each, nanos);
    }

    private Plane.@Nullable Found planes() {
        Plane question = plane.question();
        Found found = question == null ? null : looking.found(question);
        return found != null && found.finding() instanceof Plane.Found planes ? planes : null;
    }

    private @Nullable Tensor output(NodeId id, Plane.@Nullable Found planes) {
        NodeId path = path(id);
        if (planes != null && planes.neurons().containsKey(path))
            return planes.neurons().get(path);
        Capture capture = hasMaps(id) ? looking.output(path) : null;
        return capture == null ? null : capture.values();
    }

    private List<NodeId> layers() {
        return LayerChoice.layers(drawing.inference());
    }

    private boolean hasMaps(NodeId id) {
        return layer(id).filter(n -> FAMILIES.contains(n.layer().card().family())).isPresent();
    }

    private Optional<org.lamina.graph.Node> layer(NodeId id) {
        return drawing.project().graph().node(id).filter(n -> n.layer().role() == Role.INNER);
    }

    private NodeId path(NodeId id) {
        return drawing.inference().path(id);
    }

    /// A node out of the viewport, or taken off the canvas, is not looked at.
    private boolean isSeen(NodeId id, NodeTile tile) {
        Node on = tile.getParent();
        return on != null && drawing.project().graph().contains(id) && Sight.isSeen(on);
    }
}
