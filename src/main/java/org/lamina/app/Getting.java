package org.lamina.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.lamina.data.DataException;
import org.lamina.data.DataSource;
import org.lamina.data.Published;
import org.lamina.data.read.Idx;

/// Fetches a published data set for a document: which, where to, how far it is. What arrived becomes the document's data
/// set in one undo step.
public final class Getting {

    private static final String FOLDER = "data-folder";

    /// How far it is.
    public sealed interface Stage {}

    /// Nothing is asked for, or it is done.
    public record Idle() implements Stage {}

    /// @param done part that is done, 0…1; NaN while unknown
    public record Busy(double done, String what) implements Stage {}

    /// The folder is as it was.
    ///
    /// @param message what was needed, what came, what to do
    public record Refused(String message) implements Stage {}

    private final Document document;
    private final Surroundings around;
    private final StringProperty folder = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Idle());
    private volatile @Nullable Object running;

    Getting(Document document, Surroundings around) {
        this.document = document;
        this.around = around;
        folder.set(around.settings().text(FOLDER, usual().toString()));
    }

    /// A folder `data` beside where projects are kept.
    private Path usual() {
        Path projects = document.fileProperty().get() == null
                ? Path.of(around.settings().text("folder", System.getProperty("user.home", ".")))
                : document.folder();
        return projects.resolve("data");
    }

    /// Titles of the sets that can be fetched.
    public List<String> titles() {
        return around.published().stream().map(Published::title).toList();
    }

    /// Whether the data set chosen now reads what can be fetched.
    public boolean isOffered() {
        return document.project().data() instanceof Idx;
    }

    /// The folder that gets a folder for each set, as typed.
    public StringProperty folderProperty() {
        return folder;
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// Fetches the set with a title; what is being fetched meanwhile is stopped.
    public void start(String title) {
        Published set = around.published().stream().filter(p -> p.title().equals(title)).findFirst().orElseThrow();
        Path to;
        try {
            to = Path.of(folder.get().strip()).toAbsolutePath().normalize();
        } catch (InvalidPathException _) {
            stage.set(
                    new Refused("'" + folder.get() + "' is not a name that this system knows: choose another folder"));
            return;
        }
        around.settings().set(FOLDER, to.toString());
        Object token = new Object();
        running = token;
        stage.set(new Busy(Double.NaN, "Getting " + title));
        around.background().execute(() -> fetch(set, to.resolve(set.id()), token));
    }

    public void cancel() {
        running = null;
        stage.set(new Idle());
    }

    private void fetch(Published set, Path to, Object token) {
        try {
            DataSource arrived = set.into(to, (done, what) -> {
                tell(token, () -> stage.set(new Busy(done, what)));
                return running == token;
            });
            tell(token, () -> {
                stage.set(new Idle());
                document.edit("Get " + set.title(), p -> p.with(arrived.at(document.written(to))));
            });
        } catch (DataException e) {
            tell(token, () -> stage.set(new Refused(String.valueOf(e.getMessage()))));
        } catch (RuntimeException e) {
            tell(token, () -> stage.set(new Refused(set.title() + " could not be fetched: " + e)));
        }
    }

    /// Hands news to the window unless it was cancelled.
    private void tell(Object token, Runnable news) {
        around.window().execute(() -> {
            if (running == token)
                news.run();
        });
    }
}
