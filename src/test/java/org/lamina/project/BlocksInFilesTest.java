package org.lamina.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamina.graph.Blocks;
import org.lamina.graph.Definition;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.tensor.Shape;

class BlocksInFilesTest {

    @TempDir
    Path folder;

    /// A block around a block, three times, with a place for each node.
    private static Project project() {
        Graph graph = Blocks.network(Blocks.around(Blocks.convRelu()), Shape.image(4, 8, 8), Map.of("repeat", 3));
        Layout layout = new Layout(Map.of(new NodeId("block"), new Point(160, 8)),
                Map.of("Conv and ReLU", new Layout(Map.of(new NodeId("conv"), new Point(40, 0))),
                        "Around Conv and ReLU", new Layout(Map.of(new NodeId("add"), new Point(80, 0.5)))));
        return RandomProjects.trainable().with(graph).with(layout);
    }

    @Test
    void blocksAreKeptWithTheirPlaces() throws ProjectException {
        Opened opened = ProjectFile.read(ProjectFile.text(project()));
        assertThat(opened.warnings()).isEmpty();
        assertThat(opened.project()).isEqualTo(project());
        assertThat(ProjectFile.text(opened.project())).isEqualTo(ProjectFile.text(project()));
    }

    @Test
    void everyNodeInsideABlockTakesALine() {
        assertThat(ProjectFile.text(project())).contains("\"version\": 2").contains("""
                  "blocks": [
                    {
                      "name": "Conv and ReLU",
                      "help": ["Both."],
                      "exposed": [
                        {"name": "Filters", "sets": ["conv.filters"]}
                      ],
                      "nodes": [
                        {"id": "in", "layer": "block-input", "parameters": {}},
                """).contains("""
                    {"id": "block", "layer": "block", "block": "Around Conv and ReLU", "at": [160, 8], "parameters": {"repeat": 3}},
                """);
    }

    @Test
    void aProjectWithoutBlocksStaysReadableForOlderVersions() {
        assertThat(ProjectFile.text(RandomProjects.trainable())).contains("\"version\": 1").doesNotContain("blocks");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "block": "Conv and ReLU" | "block": "Ghost" | blocks[1] Around Conv and ReLU: nodes[1] inner: there is no block 'Ghost' in this file
            "block": "Conv and ReLU" | "block": "Around Conv and ReLU" | holds itself: Around Conv and ReLU → Around Conv and ReLU
            "name": "Around Conv and ReLU" | "name": "Conv and ReLU" | blocks[1]: the name Conv and ReLU is taken
            "name": "Conv and ReLU" | "name": " " | blocks[0]  : the name of a block is 1 to 64 letters, got ' '
            "sets": ["conv.filters"] | "sets": ["relu.filters"] | has no layer relu with a parameter filters
            "sets": ["conv.filters"] | "sets": [] | exposed[0]: sets: needs at least one parameter
            "name": "Filters" | "name": "repeat" | needs a name of its own for each parameter, got 'repeat'
            "id": "conv" | "id": "a/b" | blocks[0] Conv and ReLU: nodes[1]: id: a node id is letters
            "id": "block" | "id": "optimizer" | nodes[1] optimizer: no block can have this id
            "layer": "add" | "layer": "subspace" | blocks[1] Around Conv and ReLU: nodes[2] add: there is no layer 'subspace'
            """)
    void whatCannotBeUnderstoodIsRefusedWithItsPlace(String what, String by, String message) throws Exception {
        Path file = folder.resolve("refused.lamina");
        String text = ProjectFile.text(project());
        assertThat(text).contains(what);
        Files.writeString(file, text.replace(what, by));
        assertThatExceptionOfType(ProjectException.class).isThrownBy(() -> ProjectFile.open(file))
                .withMessageContaining(message);
    }

    @Test
    void repetitionsWithoutEndAreOpenedAsAProblem() throws ProjectException {
        Project project = ProjectFile.read(ProjectFile.text(project()).replace("\"repeat\": 3",
                "\"repeat\": 1000000000")).project();
        assertThat(Inference.of(project.graph(), null).problems(new NodeId("block"))).singleElement()
                .satisfies(p -> assertThat(p.message()).isEqualTo("Repeat needs 1 to 1000 times, got 1000000000"));
    }

    @Test
    void aBlockThatNothingUsesIsLeftOutAndReported() throws ProjectException {
        Opened opened = ProjectFile.read(ProjectFile.text(project()).replaceAll(
                "    \\{\"id\": \"block\".*\n", "    {\"id\": \"block\", \"layer\": \"relu\", \"parameters\": {}},\n"));
        assertThat(opened.warnings()).containsExactly("the block Conv and ReLU is used nowhere; it was left out",
                "the block Around Conv and ReLU is used nowhere; it was left out");
    }

    /// Ten levels of ten uses each would be ten thousand million layers.
    @Test
    void nestingWithoutEndIsRefused() {
        StringBuilder blocks = new StringBuilder();
        for (int level = 0; level < 10; level++) {
            StringBuilder nodes = new StringBuilder("{\"id\": \"relu\", \"layer\": \"relu\", \"parameters\": {}}");
            for (int i = 0; level > 0 && i < 10; i++)
                nodes.append(", {\"id\": \"u%d\", \"layer\": \"block\", \"block\": \"L%d\", \"parameters\": {}}"
                        .formatted(i, level - 1));
            blocks.append(level == 0 ? "" : ", ")
                    .append("{\"name\": \"L%d\", \"nodes\": [%s], \"wires\": []}".formatted(level, nodes));
        }
        String text = ProjectFile.text(RandomProjects.trainable()).replace("\"version\": 1",
                "\"version\": 2, \"blocks\": [" + blocks + "]");
        assertThatExceptionOfType(ProjectException.class).isThrownBy(() -> ProjectFile.read(text))
                .withMessageContaining("holds more than 100,000 layers");
    }

    @Test
    void aBlockForThePaletteIsKeptWithTheBlocksInsideIt() throws Exception {
        Definition block = Blocks.around(Blocks.convRelu());
        Path file = folder.resolve("Around" + BlockFile.EXTENSION);
        BlockFile.save(new BlockFile.Kept(block, project().layout()), file);
        BlockFile.Kept read = BlockFile.open(file);
        assertThat(read).isEqualTo(new BlockFile.Kept(block, project().layout().blocks(), List.of()));
        assertThat(BlockFile.text(read)).isEqualTo(Files.readString(file));
    }

    @Test
    void aProjectIsNoBlock() throws Exception {
        Path file = folder.resolve("project.lamina");
        ProjectFile.save(project(), file);
        assertThatExceptionOfType(ProjectException.class).isThrownBy(() -> BlockFile.open(file))
                .withMessageContaining("is not a Lamina block");
    }
}
