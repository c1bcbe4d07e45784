package org.lamina.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.lamina.graph.Definition;
import org.lamina.graph.Edit;
import org.lamina.graph.Exposed;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Use;
import org.lamina.project.BlockFile;
import org.lamina.project.Layout;
import org.lamina.project.Project;
import org.lamina.spec.Param;
import org.lamina.spec.Words;

/// What a person does with the blocks of one document. Each verb is one labelled undo step; what cannot be done is said
/// by the [NetworkEditor].
public final class BlockEditor {

    private final NetworkEditor editor;
    private final Document document;
    private final Scope drawing;
    private final BlockShelf shelf;

    BlockEditor(NetworkEditor editor, BlockShelf shelf) {
        this.shelf = shelf;
        this.editor = editor;
        document = editor.document();
        drawing = editor.drawing();
    }

    /// Makes a block of the selected layers and selects it; empty where they can be none.
    public Optional<NodeId> make() {
        try {
            Grouping.Made made = Grouping.block(drawing.project(), editor.selection().nodes(),
                    Adoption.fresh("Block 1", definitions().keySet()));
            drawing.edit("Make block", _ -> made.project());
            editor.selection().set(made.block());
            return Optional.of(made.block());
        } catch (IllegalArgumentException e) {
            editor.say(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /// Puts the content of the selected blocks in their place.
    public void ungroup() {
        List<NodeId> blocks = editor.selection().nodes().stream().filter(this::isBlock).toList();
        if (blocks.isEmpty()) {
            editor.say("Ungrouping needs a block: select one first");
            return;
        }
        Set<NodeId> nodes = new HashSet<>();
        drawing.edit("Ungroup " + editor.named(blocks), project -> {
            Project changed = project;
            for (NodeId block : blocks) {
                Ungrouping.Made made = Ungrouping.of(changed, block);
                changed = made.project();
                nodes.addAll(made.nodes());
            }
            return changed;
        });
        editor.selection().set(nodes);
    }

    public boolean isBlock(NodeId id) {
        return editor.graph().use(id).isPresent();
    }

    /// Opens a block of what is open now.
    public void open(NodeId block) {
        List<NodeId> way = new ArrayList<>(drawing.way());
        way.add(block);
        go(way);
    }

    /// Opens what is around what is open now, and selects the block that was open.
    public void leave() {
        if (drawing.isInside())
            back(drawing.way().subList(0, drawing.way().size() - 1));
    }

    /// Goes back to where a beginning of the present way leads, and selects the block that one was in.
    public void back(List<NodeId> way) {
        NodeId left = drawing.way().get(way.size());
        go(way);
        editor.selection().set(left);
    }

    /// Opens what a way of blocks leads to; an empty one to the network itself.
    public void go(List<NodeId> way) {
        if (way.equals(drawing.way()))
            return;
        editor.selection().clear();
        drawing.open(way);
    }

    /// Opens the block that a node of the expanded network stands in.
    ///
    /// @return the node's own name there
    public NodeId reveal(NodeId path) {
        List<NodeId> way = new ArrayList<>();
        Graph graph = document.project().graph();
        NodeId rest = path;
        while (rest.isPath() && graph.use(rest.head()).isPresent()) {
            Use use = graph.use(rest.head()).orElseThrow();
            Optional<NodeId> next = rest.tail();
            if (use.repeat() > 1)
                next = next.flatMap(NodeId::tail);
            if (next.isEmpty())
                break;
            way.add(rest.head());
            rest = next.get();
            graph = use.inside();
        }
        go(way);
        return rest.head();
    }

    /// Gives the definition of a block another name, wherever it is used.
    public void rename(NodeId block, String typed) {
        definition(block).ifPresent(definition -> rename(definition, typed));
    }

    public void rename(Definition definition, String typed) {
        String name = typed.strip();
        if (name.equals(definition.name()) || name.isEmpty())
            return;
        if (definitions().containsKey(name)) {
            editor.say("There is a block " + name + " already: choose another name");
            return;
        }
        edit("Rename block to " + name, p -> {
            Map<String, Layout> layouts = new HashMap<>(p.layout().blocks());
            layouts.put(name, p.layout().inside(definition.name()));
            return p.with(p.graph().with(definition.name(), definition.named(name)))
                    .with(new Layout(p.layout().places(), layouts));
        });
    }

    /// Gives a block a definition of its own, so that changes of it change no other.
    public void detach(NodeId block) {
        Use use = editor.graph().use(block).orElseThrow();
        Definition shared = use.definition();
        String name = Adoption.fresh(shared.name(), definitions().keySet());
        Node node = editor.graph().node(block).orElseThrow();
        drawing.edit("Make " + shared.name() + " unique", p -> p
                .with(p.graph().apply(new Edit.Put(node.with(use.with(shared.named(name))))))
                .with(p.layout().inside(name, p.layout().inside(shared.name()))));
    }

    /// Keeps a block in the palette for other projects.
    public void keep(NodeId block) {
        definition(block).ifPresent(d -> {
            shelf.keep(new BlockFile.Kept(d, document.project().layout()));
            editor.say(d.name() + " is in the palette now, under Blocks");
        });
    }

    /// The definition of a block.
    public Optional<Definition> definition(NodeId block) {
        return editor.graph().use(block).map(Use::definition);
    }

    /// The definition whose inside is open; empty where the network itself is.
    public Optional<Definition> opened() {
        return document.project().graph().use(drawing.way()).map(Use::definition);
    }

    /// How many blocks of a definition's name there are, those inside others counted once each.
    public long uses(Definition definition) {
        Graph whole = document.project().graph();
        return uses(whole, definition)
                + whole.definitions().values().stream().mapToLong(d -> uses(d.graph(), definition)).sum();
    }

    private static long uses(Graph graph, Definition definition) {
        return graph.nodes().stream().filter(n -> n.layer() instanceof Use use
                && use.definition().name().equals(definition.name())).count();
    }

    /// Changes a definition, and with it all its uses.
    public void change(String label, Definition now) {
        edit(label, p -> p.with(p.graph().with(now)));
    }

    /// Makes a parameter of a layer inside the open block one of the block.
    public void expose(NodeId node, Param param) {
        opened().ifPresent(block -> {
            List<Exposed> all = new ArrayList<>(block.exposed());
            List<String> taken = new ArrayList<>(all.stream().map(Exposed::name).toList());
            taken.add(Words.title(Use.REPEAT));
            String name = Adoption.fresh(param.title(), taken);
            all.add(new Exposed(name, new Exposed.Target(node, param.name())));
            change("Expose " + name, block.with(all));
        });
    }

    /// Makes it the layer's alone again.
    public void unexpose(NodeId node, Param param) {
        opened().ifPresent(block -> {
            Exposed.Target gone = new Exposed.Target(node, param.name());
            List<Exposed> left = block.exposed().stream().map(e -> new Exposed(e.name(), e.targets().stream()
                    .filter(t -> !t.equals(gone)).toList())).filter(e -> !e.targets().isEmpty()).toList();
            change("Expose " + param.title() + " no more", block.with(left));
        });
    }

    /// Gives an exposed parameter of the open block another name. Under the name of another one, both are set together.
    public void renameExposed(String before, String typed) {
        String name = typed.strip();
        opened().filter(_ -> !name.isEmpty() && !name.equals(before)).ifPresent(block -> {
            SequencedMap<String, List<Exposed.Target>> all = new LinkedHashMap<>();
            for (Exposed each : block.exposed())
                all.computeIfAbsent(each.name().equals(before) ? name : each.name(), _ -> new ArrayList<>())
                        .addAll(each.targets());
            edit("Rename parameter to " + name, p -> p.with(p.graph().with(block.with(
                    all.entrySet().stream().map(e -> new Exposed(e.getKey(), e.getValue())).toList()))));
        });
    }

    private void edit(String label, UnaryOperator<Project> change) {
        try {
            document.edit(label, change);
        } catch (IllegalArgumentException e) {
            editor.say(String.valueOf(e.getMessage()));
        }
    }

    /// All blocks of the document, by name; those used inside others before these.
    public Map<String, Definition> definitions() {
        return document.project().graph().definitions();
    }
}
