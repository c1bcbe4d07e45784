package org.lamina.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lamina.file.Trouble;
import org.lamina.file.WholeFile;

/// The autosaved copy of one open project, kept until it is saved or closed, so that a crash loses little. It names the
/// process that writes it: while that one runs, nobody else takes it for a crash's leftover. Never on the FX thread.
public final class Journal {
    private static final String EXTENSION = ".journal";
    private static final String UNSAVED = "untitled";
    /// How far two readings of the same process's start may lie apart.
    private static final Duration CLOCK_DRIFT = Duration.ofSeconds(10);

    private final Path file;

    private Journal(Path file) {
        this.file = file;
    }

    /// A project left behind by a crash.
    ///
    /// @param written when it was last written
    public record Recoverable(Project project, List<String> warnings, Instant written, Journal journal) {}

    /// The journal of an open project file: beside it.
    public static Journal beside(Path projectFile) {
        Path file = projectFile.toAbsolutePath();
        return new Journal(fresh(file));
    }

    /// The journal of a project that was never saved: in the given folder, created when needed.
    public static Journal unsaved(Path folder) {
        return new Journal(fresh(folder.resolve(UNSAVED)));
    }

    private static Path fresh(Path stem) {
        String token = UUID.randomUUID().toString().substring(0, 8);
        return stem.resolveSibling(stem.getFileName() + "." + token + EXTENSION);
    }

    /// @throws ProjectException where it cannot be written; the one before is still there
    public void write(Project project) throws ProjectException {
        ProcessHandle self = ProcessHandle.current();
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("pid", self.pid());
        self.info().startInstant().ifPresent(start -> tree.put("started", start.toString()));
        tree.set("project", ProjectWriter.tree(project));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(file, JsonText.of(tree).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ProjectException("autosave to %s failed: %s".formatted(file, Trouble.reason(e)), e);
        }
    }

    /// Removes it: the project was saved, closed or recovered.
    public void clear() throws ProjectException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ProjectException("%s could not be removed: %s".formatted(file, Trouble.reason(e)), e);
        }
    }

    /// What a crash left beside a project file and the file does not hold, newest first.
    public static List<Recoverable> recoverable(Path projectFile) {
        Path file = projectFile.toAbsolutePath();
        Optional<Project> saved = saved(file);
        return left(file).stream().filter(r -> !Optional.of(r.project()).equals(saved)).toList();
    }

    /// What a crash left of projects that were never saved, newest first.
    public static List<Recoverable> recoverableUnsaved(Path folder) {
        return left(folder.resolve(UNSAVED));
    }

    private static Optional<Project> saved(Path file) {
        try {
            return Optional.of(ProjectFile.open(file).project());
        } catch (ProjectException _) {
            return Optional.empty();
        }
    }

    private static List<Recoverable> left(Path stem) {
        List<Recoverable> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(stem.toAbsolutePath().getParent())) {
            files.filter(f -> belongs(f.getFileName().toString(), stem.getFileName().toString()))
                    .forEach(f -> read(f).ifPresent(found::add));
        } catch (IOException _) {
            return List.of();
        }
        found.sort(Comparator.comparing(Recoverable::written).reversed());
        return List.copyOf(found);
    }

    private static boolean belongs(String name, String stem) {
        return name.startsWith(stem + ".") && name.endsWith(EXTENSION)
                && name.length() == stem.length() + EXTENSION.length() + 9;
    }

    /// Empty for a journal whose studio runs, and for one that a damaged disk made unreadable.
    private static Optional<Recoverable> read(Path file) {
        try {
            JsonNode tree = ProjectFile.parse(ProjectFile.bytes(file));
            if (isRunning(tree))
                return Optional.empty();
            Opened opened = ProjectReader.read(tree.path("project"), Migrations.ALL);
            return Optional.of(new Recoverable(opened.project(), opened.warnings(),
                    Files.getLastModifiedTime(file).toInstant(), new Journal(file)));
        } catch (ProjectException | IOException _) {
            return Optional.empty();
        }
    }

    private static boolean isRunning(JsonNode journal) {
        return ProcessHandle.of(journal.path("pid").longValue()).filter(ProcessHandle::isAlive)
                .map(p -> p.info().startInstant().flatMap(s -> started(journal).map(t -> near(s, t))).orElse(true))
                .orElse(false);
    }

    private static Optional<Instant> started(JsonNode journal) {
        try {
            return Optional.ofNullable(journal.path("started").textValue()).map(Instant::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// Whether a process with the journal's number is the one that wrote it, and not a later one.
    private static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(CLOCK_DRIFT) < 0;
    }
}
