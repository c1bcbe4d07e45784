package org.lamina.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.lamina.graph.Definition;
import org.lamina.graph.Graph;
import org.lamina.project.Layout;

/// What comes into a project from elsewhere brings its blocks along. One of the same name and content is the project's
/// own; one of the same name and other content gets a new name.
///
/// @param layouts where the nodes inside the blocks stand, by the name that each has now
record Adoption(Graph graph, Map<String, Layout> layouts) {

    /// @param layouts of the blocks that come, by name
    /// @param present the blocks of the project, by name
    static Adoption of(Graph arriving, Map<String, Layout> layouts, Map<String, Definition> present) {
        Graph graph = arriving;
        Map<String, Layout> places = new HashMap<>();
        Set<String> names = new HashSet<>(present.keySet());
        names.addAll(arriving.definitions().keySet());
        for (String name : List.copyOf(arriving.definitions().keySet())) {
            Definition comes = graph.definitions().get(name);
            Definition there = present.get(name);
            boolean taken = comes != null && there != null && !there.equals(comes);
            String now = taken ? fresh(name, names) : name;
            names.add(now);
            if (comes != null && taken)
                graph = graph.with(name, comes.named(now));
            Layout layout = layouts.get(name);
            if (layout != null)
                places.put(now, layout);
        }
        return new Adoption(graph, places);
    }

    /// The project's layout with places inside the blocks that it did not know.
    Layout into(Layout layout) {
        Layout all = layout;
        for (Map.Entry<String, Layout> block : layouts.entrySet())
            if (!all.blocks().containsKey(block.getKey()))
                all = all.inside(block.getKey(), block.getValue());
        return all;
    }

    /// A name that no other block has: `Head 2` where there is a `Head`.
    static String fresh(String name, Collection<String> taken) {
        if (!taken.contains(name))
            return name;
        String stem = stem(name);
        return IntStream.iterate(2, number -> number + 1).mapToObj(number -> stem + " " + number)
                .filter(next -> !taken.contains(next)).findFirst().orElseThrow();
    }

    /// A name without its number, short enough for one.
    private static String stem(String name) {
        String stem = name.replaceFirst(" \\d+$", "");
        return stem.substring(0, Math.min(stem.length(), Definition.LONGEST_NAME - 6)).strip();
    }
}
