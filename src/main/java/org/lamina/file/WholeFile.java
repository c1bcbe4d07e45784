package org.lamina.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Replaces a file's content in one step: written beside it, forced to disk, renamed over. After a crash or on a full
/// disk it holds the old content or the new, never a part.
public final class WholeFile {

    /// Fills the draft.
    @FunctionalInterface
    public interface Writing {
        void to(Path draft) throws IOException;
    }

    private WholeFile() {}

    public static void write(Path file, byte[] content) throws IOException {
        write(file, draft -> Files.write(draft, content));
    }

    /// @throws IOException where it cannot be written; what was there before is still there
    public static void write(Path file, Writing writing) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        refuse(target);
        Path draft = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            writing.to(draft);
            force(draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            // People know the file, not its draft.
            throw new FileSystemException(target.toString(), null, Trouble.reason(e));
        } finally {
            discard(draft);
        }
        forceFolder(target);
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException _) {
            // What was thrown before says why.
        }
    }

    private static void refuse(Path target) throws IOException {
        if (!Files.exists(target))
            return;
        if (!Files.isRegularFile(target))
            throw new FileSystemException(target.toString(), null, "it is a folder or a device, not a file");
        if (!Files.isWritable(target))
            throw new AccessDeniedException(target.toString());
    }

    private static void force(Path draft) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Makes the rename itself last. Windows cannot open a folder, and does not need it.
    private static void forceFolder(Path file) {
        try (FileChannel folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException _) {
            // The content is on disk and in place; only the rename may be undone by a power cut.
        }
    }
}
