package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.graph.Blocks;
import org.lamina.graph.Definition;
import org.lamina.project.BlockFile;
import org.lamina.project.Layout;

/// A person's own blocks, of whose files some are broken.
class BlockShelfTest {
    private static final Definition GOOD = Blocks.convRelu();
    private static final Definition LAST = Blocks.around(GOOD);

    @TempDir
    Path folder;

    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void filesOfWhichThreeCannotBeRead() throws Exception {
        save(GOOD, "conv-and-relu-of-mine");
        Files.writeString(file("gate"), "{ \"format\": \"lamina-block\", \"blocks\": [");
        Files.writeString(file("notes"), "[1, 2]");
        Files.writeString(file("strange"), BlockFile.text(kept(GOOD)).replace("conv-2d", "conv-9d"));
        save(LAST, "z");
    }

    @Test
    void aBrokenFileIsToldOfAndTheOthersAreThere() {
        BlockShelf shelf = shelf();
        assertThat(shelf.blocks()).extracting(b -> b.definition().name()).contains("Conv and ReLU",
                "Around Conv and ReLU");
        assertThat(shelf.blocks()).allMatch(shelf::isOwn);
        assertThat(complaints).containsExactly(
                complaint("gate", "line 1, column 40: the file ends too early"),
                complaint("notes", "is not a Lamina block: needs a JSON object with \"format\": \"lamina-block\""),
                complaint("strange", "blocks[0] Conv and ReLU: nodes[1] conv: there is no layer 'conv-9d' in this "
                        + "Lamina; the file may come from a newer one"));
    }

    private String complaint(String name, String why) {
        return "A block is left out of the palette, its file stays as it is: %s: %s".formatted(file(name), why);
    }

    /// Its name is the one that the broken file has.
    @Test
    void keepingABlockNeverOverwritesAFileThatCouldNotBeRead() throws Exception {
        String broken = Files.readString(file("gate"));
        BlockShelf shelf = shelf();
        shelf.keep(kept(new Definition("Gate", "", GOOD.graph(), List.of())));
        assertThat(file("gate")).hasContent(broken);
        assertThat(BlockFile.open(file("gate-2")).definition().name()).isEqualTo("Gate");
        assertThat(complaints).hasSize(3);
    }

    private BlockShelf shelf() {
        return new BlockShelf(folder.resolve("none"), folder, Runnable::run, Runnable::run, complaints::add);
    }

    private void save(Definition block, String name) throws Exception {
        BlockFile.save(kept(block), file(name));
    }

    private static BlockFile.Kept kept(Definition block) {
        return new BlockFile.Kept(block, Layout.EMPTY);
    }

    private Path file(String name) {
        return folder.resolve(name + BlockFile.EXTENSION);
    }
}
