package org.lamina.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.lamina.data.DataSource;
import org.lamina.graph.Graph;
import org.lamina.project.Journal;
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

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.UK);

    private final Surroundings around;
    private final Notices notices;
    private final BlockShelf shelf;
    private final ReadOnlyObjectWrapper<@Nullable Workspace> workspace = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Recovery> recovery = new ReadOnlyObjectWrapper<>();
    private final RecentFiles recent;
    private final SampleProjects samples;
    private final Templates templates;

    public Studio(Surroundings around) {
        this.around = around;
        notices = new Notices(around.link());
        shelf = new BlockShelf(around.samples().resolve("blocks"), around.settings().folder().resolve("blocks"),
                around.background(), around.window(), message -> say(Notice.Kind.WARNING, message, ""));
        templates = new Templates(around, this::show);
        recent = new RecentFiles(around.settings());
        samples = new SampleProjects(around);
        around.background().execute(() -> offer(Journal.recoverableUnsaved(around.unsaved()), null));
    }

    public Surroundings around() {
        return around;
    }

    /// Messages to the person, whichever project they are about.
    public Notices notices() {
        return notices;
    }

    /// The blocks of the palette.
    public BlockShelf shelf() {
        return shelf;
    }

    public Settings settings() {
        return around.settings();
    }

    /// What is open; null while the start page is shown.
    public ReadOnlyObjectProperty<@Nullable Workspace> workspaceProperty() {
        return workspace.getReadOnlyProperty();
    }

    public @Nullable Workspace workspace() {
        return workspace.get();
    }

    /// Work that a crash left; null where there is none, or once it is answered.
    public ReadOnlyObjectProperty<@Nullable Recovery> recoveryProperty() {
        return recovery.getReadOnlyProperty();
    }

    /// Projects opened or saved last, the newest first.
    public RecentFiles recent() {
        return recent;
    }

    /// The projects that come with the program; filled in the background.
    public ObservableList<Sample> samples() {
        return samples.all();
    }

    /// The architectures that a new project can begin with.
    public Templates templates() {
        return templates;
    }

    /// Begins with an empty canvas.
    public void create() {
        Catalogue<DataSource> sources = Catalogue.of(DataSource.class);
        DataSource data = sources.find("digits").orElseGet(() -> sources.entries().getFirst());
        show(new Document(new Project("", Graph.EMPTY, Layout.EMPTY, data, new Plan())), "Untitled");
    }

    public void open(Path file) {
        around.background().execute(() -> {
            try {
                Opened opened = ProjectFile.open(file);
                around.window().execute(() -> opened(file, opened));
            } catch (ProjectException e) {
                fail(String.valueOf(e.getMessage()), e);
            }
        });
    }

    /// Shows a project that is read already.
    public void show(Path file, Project project) {
        show(new Document(project, file), ProjectFile.name(file));
    }

    private void opened(Path file, Opened opened) {
        show(file, opened.project());
        recent.add(file);
        opened.warnings().forEach(w -> say(Notice.Kind.WARNING, w, ""));
        around.background().execute(() -> offer(Journal.recoverable(file), file));
    }

    /// Offers what a crash left, beside a file or of projects that had none.
    private void offer(List<Journal.Recoverable> left, @Nullable Path file) {
        if (left.isEmpty())
            return;
        List<String> found = left.stream().map(r -> describe(r, file)).toList();
        around.window().execute(() -> recovery.set(new Recovery(found, () -> {
            recovery.set(null);
            recover(left.getFirst(), file);
        }, () -> {
            recovery.set(null);
            around.background().execute(() -> left.forEach(this::clear));
        })));
    }

    private static String describe(Journal.Recoverable left, @Nullable Path file) {
        String when = WHEN.format(left.written().atZone(ZoneId.systemDefault()));
        return "%s, %s, from %s".formatted(file == null ? "Untitled" : ProjectFile.name(file),
                Words.count(left.project().graph().nodes().size(), "layer"), when);
    }

    /// Shows the recovered state as an unsaved change of the file.
    private void recover(Journal.Recoverable left, @Nullable Path file) {
        Workspace open = workspace.get();
        boolean here = file != null && open != null && file.equals(open.document().fileProperty().get());
        Workspace recovered = here ? Objects.requireNonNull(open) : show(new Document(left.project()), "Recovered");
        if (here)
            recovered.document().edit("Recover unsaved work", _ -> left.project());
        else
            recovered.document().markUnsaved();
        around.background().execute(() -> {
            recovered.keep();
            clear(left);
        });
    }

    private void clear(Journal.Recoverable left) {
        try {
            left.journal().clear();
        } catch (ProjectException e) {
            fail(String.valueOf(e.getMessage()), e);
        }
    }

    /// Opens a copy without a file, so that the sample itself stays as it came.
    public void openSample(Sample sample) {
        around.background().execute(() -> {
            try {
                Project project = ProjectFile.open(sample.file()).project();
                around.window().execute(() -> show(new Document(project), sample.title()));
            } catch (ProjectException e) {
                fail(String.valueOf(e.getMessage()), e);
            }
        });
    }

    /// Writes the open project; `saved` runs only if that worked.
    public void save(Path to, Runnable saved) {
        Document document = Objects.requireNonNull(workspace.get()).document();
        Path file = withEnding(to);
        Project content = document.writtenAt(file);
        around.background().execute(() -> {
            try {
                ProjectFile.save(content, file);
                around.window().execute(() -> {
                    document.markSaved(file, content);
                    recent.add(file);
                    saved.run();
                });
            } catch (ProjectException e) {
                fail(String.valueOf(e.getMessage()), e);
            }
        });
    }

    /// Goes back to the start page.
    public void close() {
        leave();
        workspace.set(null);
    }

    private Workspace show(Document document, String name) {
        leave();
        Workspace shown = new Workspace(document, name, around, shelf,
                message -> around.window().execute(() -> say(Notice.Kind.WARNING, message, "")));
        workspace.set(shown);
        return shown;
    }

    private void leave() {
        Workspace before = workspace.get();
        if (before == null)
            return;
        before.close();
        notices.forgetLayers();
    }

    private void fail(String message, Exception cause) {
        around.window().execute(() -> say(Notice.Kind.FAILURE, message, cause.toString()));
    }

    private void say(Notice.Kind kind, String text, String detail) {
        notices.add(new Notice(kind, text, detail, null));
    }

    private static Path withEnding(Path file) {
        return file.getFileName().toString().endsWith(ProjectFile.EXTENSION) ? file
                : file.resolveSibling(file.getFileName() + ProjectFile.EXTENSION);
    }
}
