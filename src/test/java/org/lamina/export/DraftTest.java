package org.lamina.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {

    @TempDir
    Path folder;

    private Path file;
    private Path exported;

    @BeforeEach
    void somethingIsThereAlready() throws IOException {
        file = Files.writeString(folder.resolve("net.onnx"), "old");
        exported = Files.createDirectory(folder.resolve("net"));
        Files.writeString(exported.resolve("model"), "old");
    }

    @Test
    void aFinishedFileReplacesTheOldOne() throws Exception {
        Path written = Draft.file(file, draft -> Files.writeString(draft, "new"));
        assertThat(written).doesNotExist();
        assertThat(file).hasContent("new");
        assertNothingElseIsThere();
    }

    @Test
    void aFinishedFolderReplacesTheOldOneWhole() throws Exception {
        Draft.folder(exported, "model"::equals, draft -> Files.writeString(draft.resolve("other"), "new"));
        assertThat(exported.resolve("other")).hasContent("new");
        assertThat(exported.resolve("model")).doesNotExist();
        assertNothingElseIsThere();
    }

    @Test
    void foldersAboveAreCreated() throws Exception {
        Path deep = folder.resolve("a/b/c.onnx");
        Draft.file(deep, draft -> Files.writeString(draft, "new"));
        assertThat(deep).hasContent("new");
    }

    @Test
    void aFullDiskLosesNothing() {
        Draft.Work<Void> full = draft -> {
            Files.writeString(Files.isDirectory(draft) ? draft.resolve("model") : draft, "half");
            throw new FileSystemException(draft.toString(), null, "No space left on device");
        };
        assertThatThrownBy(() -> Draft.file(file, full)).isInstanceOf(ExportException.class)
                .hasMessageContaining("cannot write " + file + ": the disk is full. Nothing was changed");
        assertThatThrownBy(() -> Draft.folder(exported, "model"::equals, full)).isInstanceOf(ExportException.class);
        assertOldContent();
    }

    @Test
    void anythingThrownLosesNothing() {
        Draft.Work<Void> broken = draft -> {
            Files.writeString(draft, "half");
            throw new IllegalStateException("broken");
        };
        assertThatThrownBy(() -> Draft.file(file, broken)).isInstanceOf(IllegalStateException.class);
        assertOldContent();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() {
        Path below = file.resolve("x.onnx");
        assertThatThrownBy(() -> Draft.file(below, draft -> Files.writeString(draft, "new")))
                .isInstanceOf(ExportException.class).hasMessageContaining("cannot write " + below);
        assertOldContent();
    }

    @Test
    void aFolderWhereAFileIsWantedAndTheOtherWayRoundAreRefused() {
        assertThatThrownBy(() -> Draft.file(exported, _ -> "never")).isInstanceOf(ExportException.class)
                .hasMessageContaining("needs the name of a file");
        assertThatThrownBy(() -> Draft.folder(file, _ -> true, _ -> "never")).isInstanceOf(ExportException.class)
                .hasMessageContaining("needs a folder");
        assertOldContent();
    }

    @Test
    void aFolderWithOtherPeoplesFilesIsNotReplaced() throws IOException {
        Files.writeString(exported.resolve("holiday.jpg"), "precious");
        assertThatThrownBy(() -> Draft.folder(exported, "model"::equals, _ -> "never"))
                .isInstanceOf(ExportException.class).hasMessageContaining("holds holiday.jpg");
        assertThat(exported.resolve("holiday.jpg")).hasContent("precious");
        assertOldContent();
    }

    private void assertOldContent() {
        assertThat(file).hasContent("old");
        assertThat(exported.resolve("model")).hasContent("old");
        assertNothingElseIsThere();
    }

    private void assertNothingElseIsThere() {
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("net.onnx", "net");
    }
}
