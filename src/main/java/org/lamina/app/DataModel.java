package org.lamina.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.lamina.data.Augmentation;
import org.lamina.data.DataException;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSet;
import org.lamina.data.DataSource;
import org.lamina.project.Checkup;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.spec.Cards;
import org.lamina.spec.Catalogue;

/// The data set of a document: which it is, how far it is read, what it asks of the network. The newest choice wins; one
/// that is still being read for an older choice is stopped.
public final class DataModel {

    /// A kind of data source that can be chosen.
    public record Kind(String id, String title, String help) {
        @Override
        public String toString() {
            return title;
        }
    }

    /// What decides how a set is read and split.
    private record Wanted(DataSource source, Path base, double validation, int seed) {}

    private final Document document;
    private final Executor background;
    private final Executor window;
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(
            new Reading.Busy(Double.NaN, "Waiting"));
    private final ReadOnlyObjectWrapper<DataPreview.@Nullable Pictures> augmented = new ReadOnlyObjectWrapper<>();
    private @Nullable Wanted wanted;
    private volatile @Nullable Object running;
    private @Nullable DataInfo known;

    /// @param background reads files
    /// @param window the FX thread
    public DataModel(Document document, Executor background, Executor window) {
        this.document = document;
        this.background = background;
        this.window = window;
        document.projectProperty().subscribe(this::follow);
        document.projectProperty().map(Project::augmentation).subscribe(_ -> augment());
        reading.subscribe(_ -> augment());
        document.fileProperty().subscribe(_ -> follow(document.project()));
    }

    public ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// The sample pictures as training may see them; null where they are trained on as they are.
    public ReadOnlyObjectProperty<DataPreview.@Nullable Pictures> augmentedProperty() {
        return augmented.getReadOnlyProperty();
    }

    /// What is odd about the set, and about what the project asks of it.
    public List<String> warnings(DataPreview preview) {
        return Stream.concat(preview.warnings().stream(),
                document.project().augmentation().complaint(preview.input()).stream()).toList();
    }

    private void augment() {
        Augmentation wish = document.project().augmentation();
        DataPreview preview = reading.get().preview();
        if (preview == null || wish.equals(Augmentation.NONE)) {
            augmented.set(null);
            return;
        }
        int seed = document.project().plan().seed();
        background.execute(() -> {
            DataPreview.Pictures drawn = preview.augmented(wish, seed).orElse(null);
            window.execute(() -> {
                if (wish.equals(document.project().augmentation()) && preview == reading.get().preview())
                    augmented.set(drawn);
            });
        });
    }

    /// All kinds of data source, by title.
    public static List<Kind> kinds() {
        return Catalogue.of(DataSource.class).entries().stream().map(DataModel::kind).toList();
    }

    /// The kind chosen now.
    public Kind kind() {
        return kind(document.project().data());
    }

    private static Kind kind(DataSource source) {
        return new Kind(source.card().id(), source.card().title(), Cards.help(source.getClass()));
    }

    /// Chooses another kind of data source, with its defaults.
    public void choose(String id) {
        DataSource source = Catalogue.of(DataSource.class).get(id);
        if (!source.getClass().equals(document.project().data().getClass()))
            document.edit("Use " + source.card().title(), p -> p.with(source));
    }

    /// Reads again, after files have changed.
    public void reload() {
        wanted = null;
        follow(document.project());
    }

    public void cancel() {
        running = null;
        reading.set(new Reading.Cancelled());
    }

    private void follow(Project project) {
        Plan plan = project.plan();
        Wanted now = new Wanted(project.data(), document.folder(), plan.validation(), plan.seed());
        if (!now.equals(wanted)) {
            boolean other = wanted == null || !now.source().equals(wanted.source());
            wanted = now;
            if (other)
                expect(project.data().info().orElse(null));
            start(now);
        } else
            expect(plan);
    }

    private void start(Wanted now) {
        Object token = new Object();
        running = token;
        reading.set(new Reading.Busy(Double.NaN, "Reading " + now.source().card().title()));
        background.execute(() -> read(now, token));
    }

    private void read(Wanted now, Object token) {
        try {
            if (running != token)
                return;
            DataSet set = now.source().open(now.base(), (done, what) -> {
                tell(token, () -> reading.set(new Reading.Busy(done, what)));
                return running == token;
            });
            DataPreview preview = DataPreview.of(set, now.validation(), now.seed());
            tell(token, () -> {
                expect(set.info());
                reading.set(new Reading.Ready(preview));
            });
        } catch (DataException e) {
            tell(token, () -> reading.set(new Reading.Failed(String.valueOf(e.getMessage()))));
        } catch (OutOfMemoryError _) {
            tell(token, () -> reading.set(new Reading.Failed(
                    "The data set needs more memory than there is: choose a smaller one, or start with a larger -Xmx.")));
        } catch (RuntimeException e) {
            tell(token, () -> reading.set(new Reading.Failed("The data set could not be read: " + e)));
        }
    }

    /// Hands news to the window unless a newer choice has overtaken it.
    private void tell(Object token, Runnable news) {
        window.execute(() -> {
            if (running == token)
                news.run();
        });
    }

    private void expect(@Nullable DataInfo info) {
        known = info;
        expect(document.project().plan());
    }

    private void expect(Plan plan) {
        document.expectedProperty().set(known == null ? null : Checkup.expected(plan, known));
    }
}
