package org.lamina.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.lamina.data.DataSource;
import org.lamina.graph.Graph;
import org.lamina.project.Layout;
import org.lamina.project.Opened;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.project.ProjectException;
import org.lamina.project.ProjectFile;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Words;

/// The open project and its file. Files are read and written in the background; what goes wrong becomes a [Notice], and
/// what was open stays open.
public final class Studio {

    private static final Logger LOG = Logger.getLogger(Studio.class.getName());
    private static final String RECENT = "recent";
    private static final int MOST_RECENT = 10;

    private final Executor background;
    private final Executor window;
    private final Settings settings;
    private final ReadOnlyObjectWrapper<@Nullable Workspace> workspace = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final ObservableList<Sample> samples = FXCollections.observableArrayList();

    /// @param background reads and writes files
    /// @param window the FX thread
    /// @param sampleFolder the projects that come with the program
    public Studio(Executor background, Executor window, Settings settings, Path sampleFolder) {
        this.background = background;
        this.window = window;
        this.settings = settings;
        recent.setAll(settings.texts(RECENT).stream().map(Path::of).toList());
        background.execute(() -> readSamples(sampleFolder));
    }

    public Settings settings() {
        return settings;
    }

    /// What is open; null while the start page is shown.
    public ReadOnlyObjectProperty<@Nullable Workspace> workspaceProperty() {
        return workspace.getReadOnlyProperty();
    }

    public @Nullable Workspace workspace() {
        return workspace.get();
    }

    /// The newest message that is not dismissed; null where there is none.
    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public void dismissNotice() {
        notice.set(null);
    }

    /// Projects opened or saved last, the newest first.
    public ObservableList<Path> recent() {
        return FXCollections.unmodifiableObservableList(recent);
    }

    public void forget(Path file) {
        recent.remove(file);
        settings.set(RECENT, recent.stream().map(Path::toString).toList());
    }

    /// The projects that come with the program; filled in the background.
    public ObservableList<Sample> samples() {
        return FXCollections.unmodifiableObservableList(samples);
    }

    /// Begins with an empty canvas.
    public void create() {
        Catalogue<DataSource> sources = Catalogue.of(DataSource.class);
        DataSource data = sources.find("digits").orElseGet(() -> sources.entries().getFirst());
        show(new Project("", Graph.EMPTY, Layout.EMPTY, data, new Plan()), "Untitled");
    }

    public void open(Path file) {
        background.execute(() -> {
            try {
                Opened opened = ProjectFile.open(file);
                window.execute(() -> opened(file, opened));
            } catch (ProjectException e) {
                fail(String.valueOf(e.getMessage()), e);
            }
        });
    }

    private void opened(Path file, Opened opened) {
        show(opened.project(), title(file)).document().markSaved(file, opened.project());
        remember(file);
        if (!opened.warnings().isEmpty())
            notice.set(new Notice(Notice.Kind.WARNING, String.join("\n", opened.warnings()), "", null));
    }

    /// Opens a copy without a file, so that the sample itself stays as it came.
    public void openSample(Sample sample) {
        background.execute(() -> {
            try {
                Project project = ProjectFile.open(sample.file()).project();
                window.execute(() -> show(project, sample.title()));
            } catch (ProjectException e) {
                fail(String.valueOf(e.getMessage()), e);
            }
        });
    }

    /// Writes the open project; `saved` runs only if that worked.
    public void save(Path to, Runnable saved) {
        Document document = Objects.requireNonNull(workspace.get()).document();
        Path file = withEnding(to);
        Project content = document.project();
        background.execute(() -> {
            try {
                ProjectFile.save(content, file);
                window.execute(() -> {
                    document.markSaved(file, content);
                    remember(file);
                    saved.run();
                });
            } catch (ProjectException e) {
                fail(String.valueOf(e.getMessage()), e);
            }
        });
    }

    /// Goes back to the start page.
    public void close() {
        workspace.set(null);
    }

    private Workspace show(Project project, String name) {
        Workspace shown = new Workspace(project, name, background, window);
        notice.set(null);
        workspace.set(shown);
        return shown;
    }

    private void remember(Path file) {
        recent.remove(file);
        recent.addFirst(file);
        if (recent.size() > MOST_RECENT)
            recent.remove(MOST_RECENT, recent.size());
        settings.set(RECENT, recent.stream().map(Path::toString).toList());
    }

    private void fail(String message, Exception cause) {
        window.execute(() -> notice.set(new Notice(Notice.Kind.FAILURE, message, cause.toString(), null)));
    }

    private void readSamples(Path folder) {
        List<Sample> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ProjectFile.EXTENSION)).sorted().toList()) {
                Project project = ProjectFile.open(file).project();
                found.add(new Sample(words(file), project.notes(), project.graph(), file));
            }
        } catch (IOException | ProjectException e) {
            LOG.log(Level.WARNING, "samples cannot be read from " + folder, e);
        }
        window.execute(() -> samples.setAll(found));
    }

    /// The file's name without its ending.
    static String title(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ProjectFile.EXTENSION)
                ? name.substring(0, name.length() - ProjectFile.EXTENSION.length())
                : name;
    }

    /// `digits-cnn.lamina` becomes `Digits CNN`.
    private static String words(Path file) {
        String words = Words.title(title(file).toLowerCase(Locale.ROOT).replace('-', ' '));
        return words.replaceAll("(?i)\\bcnn\\b", "CNN").replaceAll("(?i)\\bmlp\\b", "MLP")
                .replaceAll("(?i)\\bmnist idx\\b", "MNIST");
    }

    private static Path withEnding(Path file) {
        return file.getFileName().toString().endsWith(ProjectFile.EXTENSION) ? file
                : file.resolveSibling(file.getFileName() + ProjectFile.EXTENSION);
    }
}
