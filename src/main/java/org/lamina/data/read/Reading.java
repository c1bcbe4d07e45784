package org.lamina.data.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lamina.data.DataException;
import org.lamina.data.Progress;
import org.lamina.file.Trouble;

/// What the readers share: places, memory and messages.
final class Reading {

    private Reading() {}

    /// The folder that a person named.
    static Path folder(Path base, String name, String needed) throws DataException {
        Path folder = resolve(base, name, needed);
        return found(folder, Files.isDirectory(folder), needed, "folder",
                "got the file " + folder + ": choose the folder that holds it.");
    }

    /// The file that a person named.
    static Path file(Path base, String name, String needed) throws DataException {
        Path file = resolve(base, name, needed);
        return found(file, Files.isRegularFile(file), needed, "file",
                "got the folder " + file + ": choose a file in it.");
    }

    private static Path found(Path place, boolean fits, String needed, String kind, String other)
            throws DataException {
        if (fits)
            return place;
        throw new DataException("Needs " + needed + ", " + (Files.exists(place) ? other
                : "but there is no " + kind + " " + place + ": choose one that exists."));
    }

    /// What lies in a folder, by name, without hidden entries.
    static List<Path> entries(Path folder) throws DataException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(e -> !e.getFileName().toString().startsWith(".")).sorted().toList();
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /// Refuses what would not leave room for training.
    static void checkMemory(double bytes, String what) throws DataException {
        double room = Runtime.getRuntime().maxMemory() * 0.6;
        if (bytes > room)
            throw new DataException(
                    "%s would take %,.0f MB of memory, of which %,.0f MB may be used: choose fewer or smaller samples, or start with a larger -Xmx."
                            .formatted(what, bytes / 1e6, room / 1e6));
    }

    static void report(Progress progress, double done, String what) throws DataException {
        if (!progress.at(done, what))
            throw new DataException(what + " was stopped.");
    }

    static DataException failed(Path file, IOException cause) {
        return new DataException("Cannot read " + file + ": " + Trouble.reason(cause) + ".", cause);
    }

    private static Path resolve(Path base, String name, String needed) throws DataException {
        if (name.isBlank())
            throw new DataException("Needs " + needed + ": none is chosen yet.");
        try {
            return base.resolve(name.strip()).normalize();
        } catch (InvalidPathException e) {
            throw new DataException("Needs " + needed + ", but '" + name + "' cannot be the name of one.", e);
        }
    }
}
