package org.lamina.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lamina.file.Trouble;

/// Writes a file or folder beside its target and moves it there only when the work is done, so that a failure loses
/// nothing and leaves nothing behind.
public final class Draft {

    /// Fills the draft.
    @FunctionalInterface
    public interface Work<T> {
        T on(Path draft) throws IOException, ExportException;
    }

    private Draft() {}

    public static <T> T file(Path target, Work<T> work) throws ExportException {
        if (Files.isDirectory(target))
            throw new ExportException("needs the name of a file, but " + target + " is a folder: add a file name");
        if (Files.exists(target) && !Files.isRegularFile(target))
            throw new ExportException("needs the name of a file, but " + target + " is a device: choose another name");
        if (Files.exists(target) && !Files.isWritable(target))
            throw new ExportException("cannot write " + target + ": it is write-protected. Choose another name");
        return place(target, Files::createFile, work);
    }

    /// @param own names of the files that such a folder holds; a folder with anything else in it is not replaced
    public static <T> T folder(Path target, Predicate<String> own, Work<T> work) throws ExportException {
        if (Files.exists(target) && !Files.isDirectory(target))
            throw new ExportException("needs a folder, but " + target + " is a file: choose another name");
        List<String> strangers = strangers(target, own);
        if (!strangers.isEmpty())
            throw new ExportException("needs a new or empty folder, or one from an earlier export, but " + target
                    + " holds " + strangers.getFirst() + ": choose another folder");
        return place(target, Files::createDirectory, work);
    }

    private static List<String> strangers(Path folder, Predicate<String> own) throws ExportException {
        if (!Files.exists(folder))
            return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).filter(own.negate()).sorted().toList();
        } catch (IOException e) {
            throw refused(folder, e);
        }
    }

    private interface Create {
        void at(Path path) throws IOException;
    }

    private static <T> T place(Path target, Create create, Work<T> work) throws ExportException {
        Path absolute = target.toAbsolutePath().normalize();
        Path draft = beside(absolute, "part");
        try {
            Files.createDirectories(absolute.getParent());
            create.at(draft);
            T done = work.on(draft);
            forceToDisk(draft);
            replace(draft, absolute);
            return done;
        } catch (IOException e) {
            throw refused(target, e);
        } finally {
            deleteQuietly(draft);
        }
    }

    private static void forceToDisk(Path draft) throws IOException {
        try (Stream<Path> all = Files.walk(draft)) {
            for (Path file : all.filter(Files::isRegularFile).toList())
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
        }
    }

    private static Path beside(Path target, String ending) {
        return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + "." + ending);
    }

    private static void replace(Path draft, Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            move(draft, target);
            return;
        }
        Path old = beside(target, "old");
        move(target, old);
        try {
            move(draft, target);
        } catch (IOException e) {
            move(old, target);
            throw e;
        }
        deleteQuietly(old);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteQuietly(Path path) {
        if (!Files.exists(path))
            return;
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(each);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }

    private static ExportException refused(Path target, IOException cause) {
        return new ExportException(
                "cannot write " + target + ": " + Trouble.reason(cause) + ". Nothing was changed; make room there"
                        + " or choose another place",
                cause);
    }
}
