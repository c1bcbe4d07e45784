package org.lamina.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.lamina.graph.Definition;
import org.lamina.graph.Exposed;
import org.lamina.graph.Graph;
import org.lamina.spec.Param;
import org.lamina.spec.Params;

/// Makes definitions of the list `blocks`, in whatever order they come.
final class BlocksReader implements NetworkReader.Blocks {
    private static final int MOST_BLOCKS = 500;
    private static final int MOST_EXPOSED = 200;

    private final Reading reading;
    private final Map<String, ObjectNode> trees = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private final SequencedSet<String> open = new LinkedHashSet<>();
    private final SequencedMap<String, Definition> definitions = new LinkedHashMap<>();
    private final Map<String, Layout> layouts = new LinkedHashMap<>();

    /// A file need not mention blocks where it has none.
    BlocksReader(Reading reading, ObjectNode file) throws ProjectException {
        this.reading = reading;
        if (file.has("blocks"))
            for (JsonNode entry : Reading.list(file, "blocks", "", MOST_BLOCKS)) {
                String place = "blocks[" + trees.size() + "]";
                ObjectNode tree = Reading.object(entry, place);
                String name = Reading.text(tree, "name", place);
                if (trees.put(name, tree) != null)
                    throw new ProjectException(place + ": the name " + Excerpt.of(name)
                            + " is taken; give each block its own");
                places.put(name, place + " " + Excerpt.of(name));
            }
        for (String name : List.copyOf(trees.keySet()))
            get(name, Objects.requireNonNull(places.get(name)));
    }

    /// All of them, those used inside others before these.
    SequencedMap<String, Definition> all() {
        return definitions;
    }

    Map<String, Layout> layouts() {
        return layouts;
    }

    @Override
    public Definition get(String name, String place) throws ProjectException {
        Definition known = definitions.get(name);
        if (known != null)
            return known;
        ObjectNode tree = trees.get(name);
        if (tree == null)
            throw new ProjectException("%s: there is no block '%s' in this file".formatted(place, Excerpt.of(name)));
        if (!open.add(name))
            throw new ProjectException("%s: the block %s holds itself: %s".formatted(place, Excerpt.of(name),
                    String.join(" → ", open) + " → " + name));
        Definition read = definition(name, tree, Objects.requireNonNull(places.get(name)));
        open.remove(name);
        definitions.put(name, read);
        return read;
    }

    private Definition definition(String name, ObjectNode tree, String place) throws ProjectException {
        reading.reportUnknown(tree, Set.of("name", "help", "exposed", "nodes", "wires"), place + ": ");
        NetworkReader.Network network = new NetworkReader(reading, this, place).read(tree);
        layouts.put(name, new Layout(network.places()));
        String help = tree.has("help") ? Reading.lines(tree, "help", place) : "";
        List<Exposed> exposed = tree.has("exposed") ? exposed(tree, network.graph(), place) : List.of();
        try {
            return new Definition(name, help, network.graph(), exposed);
        } catch (IllegalArgumentException e) {
            throw new ProjectException(place + ": " + Excerpt.sentence(e), e);
        }
    }

    private List<Exposed> exposed(ObjectNode tree, Graph graph, String place) throws ProjectException {
        List<Exposed> all = new ArrayList<>();
        for (JsonNode entry : Reading.list(tree, "exposed", place, MOST_EXPOSED)) {
            String named = place + ": exposed[" + all.size() + "]";
            ObjectNode one = Reading.object(entry, named);
            reading.reportUnknown(one, Set.of("name", "sets"), named + ": ");
            List<Exposed.Target> targets = new ArrayList<>();
            for (JsonNode target : Reading.list(one, "sets", named, MOST_EXPOSED))
                targets.add(target(target, graph, named));
            if (targets.isEmpty())
                throw new ProjectException(named + ": sets: needs at least one parameter such as conv-2d-1.filters");
            all.add(new Exposed(Reading.text(one, "name", named), targets));
        }
        return all;
    }

    /// `conv-2d-1.filters`, by the name that the parameter has now.
    private static Exposed.Target target(JsonNode text, Graph graph, String place) throws ProjectException {
        String[] parts = text.asText().split("\\.", 2);
        if (!text.isTextual() || parts.length < 2)
            throw new ProjectException(
                    place + ": sets: needs a layer and its parameter such as conv-2d-1.filters, got "
                            + Excerpt.of(text));
        Exposed.Target named = new Exposed.Target(Reading.id(parts[0], place + ": sets"), parts[1]);
        Param param = graph.node(named.node()).map(n -> Params.findIn(n.layer(), parts[1])).orElse(null);
        return param == null ? named : new Exposed.Target(named.node(), param.name());
    }
}
