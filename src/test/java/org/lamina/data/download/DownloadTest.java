package org.lamina.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.data.DataException;
import org.lamina.data.Progress;

class DownloadTest {

    @TempDir
    Path folder;

    private static Stream<IOException> offline() {
        return Stream.of(new UnknownHostException("example.org"), new ConnectException("refused"),
                new IOException("wrapped", new UnknownHostException("example.org")));
    }

    @ParameterizedTest
    @MethodSource("offline")
    void machineWithoutNetworkIsToldSo(IOException cause) {
        assertThat(Download.MNIST.explained(cause)).hasMessage(
                "The machine seems to be offline: connect it and get MNIST again, or choose a folder that already holds the four files.");
    }

    @Test
    void fullDiskIsToldInPlainWords() {
        assertThat(Download.FASHION_MNIST.explained(new FileSystemException("a", null, "No space left on device")))
                .hasMessageStartingWith("Cannot get Fashion-MNIST: the disk is full. Choose another folder");
    }

    /// Needs no network: the folder cannot be made before anything is asked for.
    @Test
    void folderThatCannotBeMadeIsToldBeforeAnythingIsFetched() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Download.MNIST.into(file.resolve("mnist"), Progress.NONE))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("Cannot get MNIST: a file is where a folder is needed.");
    }

    @Test
    void progressTellsBytesAndTimeLeft() {
        List<String> told = new ArrayList<>();
        AtomicLong clock = new AtomicLong();
        Relay relay = new Relay((done, what) -> told.add(done + " " + what), "Getting MNIST", clock::get);
        relay.reset("", 8_000_000, null);
        clock.set(2_000_000_000L);
        relay.start(2_000_000);
        relay.increment(2_000_000);
        relay.end();
        assertThat(told).containsExactly("0.0 Getting MNIST: 0.0 of 8.0 MB",
                "0.25 Getting MNIST: 2.0 of 8.0 MB, 0:06 left", "0.5 Getting MNIST: 4.0 of 8.0 MB, 0:02 left",
                "1.0 Getting MNIST: 8.0 of 8.0 MB");
    }

    @Test
    void workThatIsToStopEnds() {
        assertThatThrownBy(() -> new Relay((_, _) -> false, "Getting MNIST", () -> 0).start(0))
                .isInstanceOf(Relay.Stopped.class);
    }

    @Test
    void filesArriveTogether() throws IOException {
        Path place = Files.createDirectory(folder.resolve("data"));
        Files.writeString(place.resolve("a"), "old");
        Together.into(place, draft -> {
            Files.writeString(draft.resolve("a"), "new");
            Files.writeString(draft.resolve("b"), "new");
        });
        assertThat(place).isDirectoryNotContaining(f -> !List.of("a", "b").contains(f.getFileName().toString()));
        assertThat(place.resolve("a")).hasContent("new");
        assertThat(place.resolve("b")).hasContent("new");
    }

    @Test
    void failureLeavesTheFolderAsItWas() throws IOException {
        Path old = Files.createDirectory(folder.resolve("old"));
        Files.writeString(old.resolve("a"), "old");
        for (Path place : List.of(old, folder.resolve("new/mnist")))
            assertThatThrownBy(() -> Together.into(place, draft -> {
                Files.writeString(draft.resolve("a"), "half");
                throw new Relay.Stopped();
            })).isInstanceOf(Relay.Stopped.class);
        assertThat(old).isDirectoryContaining(f -> f.endsWith("a")).isDirectoryNotContaining(f -> !f.endsWith("a"));
        assertThat(old.resolve("a")).hasContent("old");
        assertThat(folder.resolve("new")).doesNotExist();
    }
}
