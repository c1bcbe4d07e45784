package org.lamina.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.lamina.data.Augmentation;
import org.lamina.data.DataSource;
import org.lamina.spec.Catalogue;

/// Makes a project of a file's tree. What cannot be understood is refused; what can be left out without guessing (an
/// unknown parameter, a wire that cannot be, a place off the map) is left out and reported.
final class ProjectReader {
    static final String FORMAT = "lamina";

    private static final Catalogue<DataSource> SOURCES = Catalogue.of(DataSource.class);

    private final Reading reading = new Reading();

    private ProjectReader() {}

    static Opened read(JsonNode file, Migrations migrations) throws ProjectException {
        if (!(file instanceof ObjectNode tree) || !FORMAT.equals(file.path("format").textValue()))
            throw new ProjectException(
                    "is not a Lamina project: needs a JSON object with \"format\": \"" + FORMAT + "\"");
        ProjectReader reader = new ProjectReader();
        return new Opened(reader.project(migrations.present(tree)), reader.reading.warnings());
    }

    private Project project(ObjectNode tree) throws ProjectException {
        reading.reportUnknown(tree, Set.of("format", "version", "notes", "data", "augmentation", "plan", "blocks",
                "nodes", "wires"), "");
        BlocksReader blocks = new BlocksReader(reading, tree);
        NetworkReader.Network network = new NetworkReader(reading, blocks, "").read(tree);
        blocks.layouts().keySet().retainAll(network.graph().definitions().keySet());
        for (String unused : blocks.all().keySet())
            if (!blocks.layouts().containsKey(unused))
                reading.warn("the block %s is used nowhere; it was left out".formatted(unused));
        return new Project(Reading.lines(tree, "notes", ""), network.graph(),
                new Layout(network.places(), blocks.layouts()), data(Reading.object(tree, "data", "")),
                augmentation(tree), reading.parameters(new Plan(), Reading.object(tree, "plan", ""), "plan"));
    }

    private DataSource data(ObjectNode tree) throws ProjectException {
        reading.reportUnknown(tree, Set.of("source", "parameters"), "data: ");
        return reading.entry(SOURCES, "data set", tree, "source", "data");
    }

    /// A file need not mention it where samples are trained on as they are.
    private Augmentation augmentation(ObjectNode tree) throws ProjectException {
        return tree.has("augmentation")
                ? reading.parameters(Augmentation.NONE, Reading.object(tree, "augmentation", ""), "augmentation")
                : Augmentation.NONE;
    }
}
