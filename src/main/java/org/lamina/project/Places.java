package org.lamina.project;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lamina.data.DataSource;
import org.lamina.spec.Param;
import org.lamina.spec.Params;

/// Paths as a project keeps them: relative to its folder where they lie inside, so that both can be moved together.
public final class Places {

    private Places() {}

    /// A path as a project in this folder keeps it.
    public static Path written(Path path, Path folder) {
        Path place = path.toAbsolutePath().normalize();
        Path base = folder.toAbsolutePath().normalize();
        return place.startsWith(base) ? base.relativize(place) : place;
    }

    /// The project as it reads when its file goes to another folder and its data stays where it is; the same object
    /// where it names no relative path.
    public static Project moved(Project project, Path from, Path to) {
        DataSource data = project.data();
        Map<String, Object> changes = new LinkedHashMap<>();
        for (Param param : Params.in(data))
            if (param.location() != null)
                changes.put(param.name(), moved(String.valueOf(Params.get(data, param.name())), from, to));
        return changes.isEmpty() ? project : project.with(Params.with(data, changes));
    }

    private static String moved(String written, Path from, Path to) {
        try {
            Path path = Path.of(written);
            return written.isBlank() || path.isAbsolute() ? written : written(from.resolve(path), to).toString();
        } catch (InvalidPathException _) {
            return written; // no path on this system, so it leads nowhere here
        }
    }
}
