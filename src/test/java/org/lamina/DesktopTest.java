package org.lamina;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.project.ProjectFile;

/// The samples come with the program, wherever it is started from.
class DesktopTest {

    @TempDir
    Path folder;

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void samplesOfTheClassPathAreThoseOfTheProject() throws IOException {
        assertThat(names(Desktop.samples())).isEqualTo(names(Path.of("sample-projects"))).isNotEmpty();
    }

    @Test
    void samplesInsideAJarAreOpenedLikeFiles() throws Exception {
        URI jar = URI.create("jar:" + folder.resolve("with space.jar").toUri());
        try (FileSystem written = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Files.createDirectory(written.getPath("sample-projects"));
            Files.copy(Path.of("sample-projects", "spiral.lamina"),
                    written.getPath("sample-projects", "spiral.lamina"));
        }
        Path samples = Desktop.folder(URI.create(jar + "!/sample-projects"));
        try (FileSystem _ = samples.getFileSystem()) {
            assertThat(names(samples)).containsExactly("spiral.lamina");
            assertThat(ProjectFile.open(samples.resolve("spiral.lamina")).project())
                    .isEqualTo(ProjectFile.open(Path.of("sample-projects", "spiral.lamina")).project());
        }
    }
}
