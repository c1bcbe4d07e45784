package org.lamina.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamina.file.Trouble;
import org.lamina.file.WholeFile;
import org.lamina.graph.Definition;

/// Reads and writes `.lamina-block` files: a block for the palette with the blocks inside it, as a project file holds
/// them. Never on the FX thread.
public final class BlockFile {
    public static final String EXTENSION = ".lamina-block";
    private static final String FORMAT = "lamina-block";

    /// A block as a file keeps it.
    ///
    /// @param layouts where the nodes inside it, and inside the blocks that it uses, stand
    /// @param warnings what was left out, in words for people
    public record Kept(Definition definition, Map<String, Layout> layouts, List<String> warnings) {
        public Kept {
            layouts = Map.copyOf(layouts);
            warnings = List.copyOf(warnings);
        }

        public Kept(Definition definition, Layout layout) {
            this(definition, layout.blocks(), List.of());
        }
    }

    private BlockFile() {}

    /// @throws ProjectException where the file cannot be read, with the place in it
    public static Kept open(Path file) throws ProjectException {
        try {
            return read(ProjectFile.parse(ProjectFile.bytes(file)));
        } catch (ProjectException e) {
            throw new ProjectException(file + ": " + e.getMessage(), e);
        }
    }

    /// @throws ProjectException where it cannot be written; what was there before is still there
    public static void save(Kept block, Path file) throws ProjectException {
        try {
            WholeFile.write(file, text(block).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ProjectException("%s could not be saved: %s".formatted(file, Trouble.reason(e)), e);
        }
    }

    /// The content of the block's file.
    public static String text(Kept block) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("version",
                Migrations.ALL.version());
        List<Definition> all = new ArrayList<>(block.definition().graph().definitions().values());
        all.add(block.definition());
        tree.set("blocks", ProjectWriter.blocks(all, new Layout(Map.of(), block.layouts())));
        return JsonText.of(tree);
    }

    private static Kept read(JsonNode file) throws ProjectException {
        if (!(file instanceof ObjectNode tree) || !FORMAT.equals(file.path("format").textValue()))
            throw new ProjectException(
                    "is not a Lamina block: needs a JSON object with \"format\": \"" + FORMAT + "\"");
        Reading reading = new Reading();
        ObjectNode present = Migrations.ALL.present(tree);
        reading.reportUnknown(present, Set.of("format", "version", "blocks"), "");
        BlocksReader blocks = new BlocksReader(reading, present);
        if (blocks.all().isEmpty())
            throw new ProjectException("blocks: needs a block, got none");
        return new Kept(blocks.all().lastEntry().getValue(), blocks.layouts(), reading.warnings());
    }
}
