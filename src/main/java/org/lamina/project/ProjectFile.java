package org.lamina.project;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.lamina.file.Trouble;
import org.lamina.file.WholeFile;

/// Reads and writes `.lamina` files: UTF-8 JSON, one node a line. Never on the FX thread.
public final class ProjectFile {
    public static final String EXTENSION = ".lamina";
    static final int MOST_BYTES = 16 << 20;

    /// Bounds keep a hostile file from taking memory or the stack; a real one stays far below them.
    private static final ObjectMapper JSON = JsonMapper.builder(new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).maxNumberLength(64)
                    .maxNameLength(256).maxStringLength(1 << 20).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private ProjectFile() {}

    /// The file's name without its ending.
    public static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }

    /// @throws ProjectException where the file cannot be read, with the place in it; nothing is loaded then
    public static Opened open(Path file) throws ProjectException {
        try {
            return ProjectReader.read(parse(bytes(file)), Migrations.ALL);
        } catch (ProjectException e) {
            throw new ProjectException(file + ": " + e.getMessage(), e);
        }
    }

    /// Replaces the file in one step: after a crash or a full disk it holds the old content or the new, never a part.
    ///
    /// @throws ProjectException where it cannot be written; what was there before is still there
    public static void save(Project project, Path file) throws ProjectException {
        try {
            WholeFile.write(file, text(project).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ProjectException(
                    "%s could not be saved: %s. What the file held before is unchanged".formatted(file,
                            Trouble.reason(e)),
                    e);
        }
    }

    /// The content of the project's file.
    public static String text(Project project) {
        return JsonText.of(ProjectWriter.tree(project));
    }

    /// Reads what [#text] wrote, such as from the clipboard.
    ///
    /// @throws ProjectException where it is no project
    public static Opened read(String text) throws ProjectException {
        return ProjectReader.read(parse(text.getBytes(StandardCharsets.UTF_8)), Migrations.ALL);
    }

    static JsonNode parse(byte[] content) throws ProjectException {
        try (JsonParser parser = JSON.createParser(content)) {
            return tree(parser);
        } catch (IOException e) {
            throw new ProjectException("is not UTF-8 text: " + Excerpt.sentence(e), e);
        }
    }

    private static JsonNode tree(JsonParser parser) throws IOException, ProjectException {
        try {
            JsonNode tree = JSON.readTree(parser);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException e) {
            JsonLocation at = Objects.requireNonNullElse(e.getLocation(), parser.currentLocation());
            throw new ProjectException(
                    "line %d, column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), Excerpt.sentence(e)), e);
        }
    }

    static byte[] bytes(Path file) throws ProjectException {
        if (!Files.exists(file))
            throw new ProjectException("there is no such file");
        if (!Files.isRegularFile(file))
            throw new ProjectException("is a folder or a device, not a file");
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = Files.size(file) > MOST_BYTES ? new byte[MOST_BYTES + 1] : in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES)
                throw new ProjectException("is %,d bytes long; a project has at most %,d".formatted(Files.size(file),
                        MOST_BYTES));
            return content;
        } catch (IOException e) {
            throw new ProjectException("cannot be read: " + Trouble.reason(e), e);
        }
    }
}
