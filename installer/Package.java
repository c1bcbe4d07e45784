import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the program with its own Java for the system it runs on: first an image in `target/dist`, started once to
/// write an ahead-of-time cache that halves the start, then an installer if one is asked for. `mvn -Pdist` runs it with
/// the class path of the build.
///
/// Arguments: the build folder, the version, the JVM flags in one string, the type of installer or `none`.
class Package {
    private static final String MODULES = "java.se,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.unsupported,"
            + "jdk.unsupported.desktop,jdk.zipfs";
    /// What the window, text and pictures need of a Debian system; Java's own libraries are added by jpackage.
    private static final String DEBIAN = "libgtk-3-0 | libgtk-3-0t64, libpangoft2-1.0-0, libgl1";

    private static final String PANELS = "plots,predictions,data,problems,why,fooling,hierarchy,depth,arithmetic,maps";

    private final Path home = Path.of("").toAbsolutePath();
    /// What every file of the image is dated, in whole seconds.
    private final Instant made = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private Path dist;
    private String version;
    private List<String> flags;

    void main(String[] args) throws IOException, InterruptedException {
        Path target = Path.of(args[0]);
        dist = target.resolve("dist");
        version = args[1].replaceAll("[^0-9.].*", "");
        flags = List.of(args[2].split(" +"));
        delete(dist);
        Path input = Files.createDirectories(dist.resolve("input"));
        copyJars(input);
        Path jar = target.resolve("lamina-" + args[1] + ".jar");
        Files.copy(jar, input.resolve(jar.getFileName()));
        image(input, jar.getFileName().toString());
        delete(input);
        date();
        cache();
        if (!args[3].equals("none"))
            installer(args[3]);
    }

    private void copyJars(Path input) throws IOException {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            if (Files.isRegularFile(jar))
                Files.copy(jar, input.resolve(jar.getFileName()));
        }
    }

    private void image(Path input, String jar) throws IOException, InterruptedException {
        List<String> command = jpackage("app-image", "--input", input.toString(), "--main-jar", jar, "--main-class",
                "org.lamina.Main", "--add-modules", MODULES, "--jlink-options",
                "--strip-debug --no-man-pages --no-header-files --compress zip-6");
        flags.forEach(flag -> command.addAll(List.of("--java-options", flag)));
        run(command);
    }

    /// The ahead-of-time cache holds for jars of the date it was made with, and copying them into an installer must not
    /// change it.
    private void date() throws IOException {
        try (Stream<Path> all = Files.walk(dist)) {
            for (Path file : all.filter(Files::isRegularFile).toList())
                Files.setLastModifiedTime(file, FileTime.from(made));
        }
    }

    /// Has a network learn in the window with one panel after the other, with the image's own Java, which notes the classes
    /// it loads and what of them is worth being compiled.
    private void cache() throws IOException, InterruptedException {
        Path settings = find("Lamina.cfg");
        Path java = find(windows() ? "java.exe" : "java");
        Path app = settings.getParent();
        List<String> lines = Files.readAllLines(settings);
        String classPath = lines.stream().filter(l -> l.startsWith("app.classpath="))
                .map(l -> l.substring(l.indexOf('=') + 1).replace("$APPDIR", app.toString()))
                .collect(Collectors.joining(File.pathSeparator));
        Path first = Files.createDirectories(dist.resolve("first"));
        Path project = Files.copy(home.resolve("sample-projects/digits-cnn.lamina"), first.resolve("digits.lamina"));
        Path arguments = Files.writeString(dist.resolve("cache.args"),
                "-classpath \"" + classPath.replace("\\", "\\\\") + "\"");
        List<String> command = new ArrayList<>(List.of(java.toString(),
                "-XX:AOTCacheOutput=" + app.resolve("lamina.aot")));
        command.addAll(flags);
        command.addAll(List.of("@" + arguments, "org.lamina.Main", "screenshot", project.toString(), "--out",
                first.resolve("window.png").toString(), "--steps", "100", "--panel", PANELS));
        run(command);
        Files.delete(arguments);
        // Where the cache does not hold, the program starts slower and says nothing: its output may be read by others.
        lines.addAll(lines.indexOf("[JavaOptions]") + 1,
                List.of("java-options=-XX:AOTCache=$APPDIR/lamina.aot", "java-options=-Xlog:aot*=off"));
        Files.write(settings, lines);
    }

    private void installer(String type) throws IOException, InterruptedException {
        List<String> command = jpackage(type, "--app-image", dist.resolve(mac() ? "Lamina.app" : "Lamina").toString(),
                "--file-associations", home.resolve("installer/lamina.properties").toString(), "--license-file",
                home.resolve("LICENSE").toString());
        if (type.equals("deb"))
            command.addAll(List.of("--linux-package-deps", DEBIAN, "--linux-shortcut", "--linux-menu-group",
                    "Science;Education", "--linux-deb-maintainer", "lamina@localhost"));
        if (windows())
            command.addAll(List.of("--win-menu", "--win-shortcut-prompt", "--win-dir-chooser"));
        run(command);
    }

    private List<String> jpackage(String type, String... more) {
        String icon = windows() ? "icon.ico" : mac() ? "icon.icns" : "icon.png";
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jpackage").toString(), "--type", type, "--name",
                "Lamina", "--app-version", version, "--vendor", "Lamina", "--description",
                "Draw a network, train it, watch it learn, take it away", "--dest", dist.toString()));
        if (type.equals("app-image"))
            command.addAll(List.of("--icon", home.resolve("assets").resolve(icon).toString()));
        command.addAll(List.of(more));
        return command;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        // xz takes a minute for what zstd does in seconds, and saves 3 %.
        builder.environment().put("DPKG_DEB_COMPRESSOR_TYPE", "zstd");
        // dpkg-deb dates no file later than this.
        builder.environment().put("SOURCE_DATE_EPOCH", String.valueOf(made.getEpochSecond()));
        int code = builder.start().waitFor();
        if (code != 0)
            throw new IOException("failed with exit code " + code + ": " + String.join(" ", command));
    }

    private Path find(String name) throws IOException {
        try (Stream<Path> all = Files.walk(dist)) {
            return all.filter(f -> f.getFileName().toString().equals(name) && Files.isRegularFile(f)).findFirst()
                    .orElseThrow(() -> new IOException("the image has no " + name));
        }
    }

    private static boolean windows() {
        return File.separatorChar == '\\';
    }

    private static boolean mac() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder))
            return;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes ignored) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException ignored) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
