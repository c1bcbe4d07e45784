package org.lamina.data.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts files into a folder all together or not at all: they are gathered in a folder inside it first.
final class Together {

    @FunctionalInterface
    interface Gathering {
        void to(Path draft) throws IOException;
    }

    private Together() {}

    /// @param folder created; where the work fails it is gone again
    static void into(Path folder, Gathering gathering) throws IOException {
        Path existing = existing(folder.toAbsolutePath());
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempDirectory(folder, ".part");
            try {
                gathering.to(draft);
                for (Path file : files(draft))
                    Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                for (Path file : files(draft))
                    Files.delete(file);
                Files.delete(draft);
            }
        } finally {
            removeEmpty(folder.toAbsolutePath(), existing);
        }
    }

    /// The nearest folder above that is there already, or the folder itself.
    private static @Nullable Path existing(Path folder) {
        Path at = folder;
        while (at != null && !Files.exists(at))
            at = at.getParent();
        return at;
    }

    private static void removeEmpty(Path folder, @Nullable Path upTo) throws IOException {
        for (Path at = folder; at != null && !at.equals(upTo) && Files.isDirectory(at); at = at.getParent())
            if (files(at).isEmpty())
                Files.delete(at);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
