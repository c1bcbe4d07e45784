package org.lamina.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.lamina.engine.Command;
import org.lamina.engine.Event;
import org.lamina.export.ExportException;
import org.lamina.export.Exported;
import org.lamina.export.Exporter;
import org.lamina.export.Proof;
import org.lamina.export.Trained;
import org.lamina.project.Project;
import org.lamina.project.ProjectFile;
import org.lamina.spec.Cards;

/// Takes the trained network of a document away: which format, where to, how far it is. The engine answers the samples
/// of the proof; the file is written and proven in the background.
public final class Exporting implements EngineListener {

    private static final String FOLDER = "export-folder";
    private static final String FORMAT = "export-format";

    /// A format to choose.
    ///
    /// @param extension ending of the file's name without the point; empty where a folder is written
    public record Format(String id, String title, String help, String extension) {
        @Override
        public String toString() {
            return title;
        }

        String named(String name) {
            return extension.isEmpty() ? name : name + "." + extension;
        }

        String stem(String name) {
            return !extension.isEmpty() && name.endsWith("." + extension)
                    ? name.substring(0, name.length() - extension.length() - 1)
                    : name;
        }
    }

    private final Document document;
    private final Training training;
    private final Surroundings around;
    private final String untitled;
    private final Subscription subscriptions;
    private final ObjectProperty<Format> format;
    private final StringProperty target = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper whyNot = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper replaces = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<ExportStage> stage = new ReadOnlyObjectWrapper<>(new ExportStage.Waiting());

    Exporting(Document document, Training training, Surroundings around, String untitled) {
        this.document = document;
        this.training = training;
        this.around = around;
        this.untitled = untitled;
        String remembered = around.settings().text(FORMAT, "onnx");
        format = new SimpleObjectProperty<>(formats().stream().filter(f -> f.id().equals(remembered)).findFirst()
                .orElseGet(() -> formats().getFirst()));
        around.link().connect(this);
        subscriptions = training.stateProperty().subscribe(_ -> allow())
                .and(training.weightsProperty().subscribe(_ -> allow()))
                .and(format.subscribe(this::changed)).and(target.subscribe(_ -> lookAtTarget()));
    }

    /// All formats, by title.
    public static List<Format> formats() {
        return Exporter.all().entries().stream().map(
                e -> new Format(e.card().id(), e.card().title(), Cards.help(e.getClass()), e.extension()))
                .toList();
    }

    public ObjectProperty<Format> formatProperty() {
        return format;
    }

    /// The file or folder to write, as typed.
    public StringProperty targetProperty() {
        return target;
    }

    /// What is at the target already, in words; empty where nothing is.
    public ReadOnlyStringProperty replacesProperty() {
        return replaces.getReadOnlyProperty();
    }

    /// Why there is nothing to export, in words for people; empty where there is.
    public ReadOnlyStringProperty whyNotProperty() {
        return whyNot.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ExportStage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// Whether the network on the canvas is another one than the network that would be exported.
    public boolean isStale() {
        return training.staleProperty().get();
    }

    /// Begins anew: nothing is reported, and the target is named after the project.
    public void open() {
        if (stage.get().isBusy())
            return;
        stage.set(new ExportStage.Waiting());
        String folder = around.settings().text(FOLDER, usual().toString());
        target.set(Path.of(folder).resolve(format.get().named(name())).toString());
        lookAtTarget();
    }

    private Path usual() {
        return document.fileProperty().get() == null ? Path.of(System.getProperty("user.home", "."))
                : document.folder();
    }

    private String name() {
        Path file = document.fileProperty().get();
        return file == null ? untitled : ProjectFile.name(file);
    }

    /// The name that a file dialog begins with.
    public String suggested() {
        return format.get().named(name());
    }

    /// Exports to the target.
    public void start() {
        if (stage.get().isBusy() || !whyNot.get().isEmpty())
            return;
        if (target.get().isBlank()) {
            stage.set(new ExportStage.Refused("needs a place to write to: choose a file or folder"));
            return;
        }
        stage.set(new ExportStage.Asking());
        around.link().send(new Command.Answer(exported(), training.base(), training.weightsProperty().get(),
                Proof.SAMPLES));
    }

    /// Stops waiting for the engine. A file that is being written is finished: that is a matter of seconds.
    public void cancel() {
        if (stage.get() instanceof ExportStage.Asking)
            stage.set(new ExportStage.Waiting());
    }

    /// What was trained, which may be another network than the one on the canvas.
    private Project exported() {
        return Objects.requireNonNull(training.trainedProperty().get());
    }

    @Override
    public void event(Event event) {
        if (!(stage.get() instanceof ExportStage.Asking))
            return;
        switch (event) {
            case Event.Answered answer -> write(Trained.of(exported(), name(), answer.labels(), answer.preparation(),
                    answer.weights(), answer.inputs(), answer.outputs()));
            case Event.Failed failed -> stage.set(new ExportStage.Refused(failed.message()));
            default -> {
            }
        }
    }

    private void write(Trained network) {
        stage.set(new ExportStage.Writing());
        Exporter exporter = Exporter.all().get(format.get().id());
        String typed = target.get().strip();
        around.background().execute(() -> {
            ExportStage end = written(exporter, network, typed);
            around.window().execute(() -> ended(end));
        });
    }

    private static ExportStage written(Exporter exporter, Trained network, String typed) {
        try {
            Exported done = exporter.write(network, Path.of(typed).toAbsolutePath().normalize());
            return new ExportStage.Done(done.target(),
                    "%,d bytes, proven: %s".formatted(done.bytes(), done.proof()));
        } catch (ExportException e) {
            return new ExportStage.Refused(String.valueOf(e.getMessage()));
        } catch (InvalidPathException e) {
            return new ExportStage.Refused("'" + typed + "' is not a name that this system knows: choose another");
        } catch (RuntimeException | LinkageError e) {
            return new ExportStage.Refused("The export failed, nothing was written: " + e);
        }
    }

    private void ended(ExportStage end) {
        stage.set(end);
        if (!(end instanceof ExportStage.Done done))
            return;
        Path folder = done.target().getParent();
        if (folder != null)
            around.settings().set(FOLDER, folder.toString());
        around.settings().set(FORMAT, format.get().id());
        lookAtTarget();
    }

    private void changed(Format before, Format now) {
        if (target.get().isEmpty())
            return;
        target.set(now.named(before.stem(target.get())));
        if (!stage.get().isBusy())
            stage.set(new ExportStage.Waiting());
    }

    /// Files are looked at in the background: a disk may be slow to wake.
    private void lookAtTarget() {
        String typed = target.get();
        around.background().execute(() -> {
            String found = found(typed.strip());
            around.window().execute(() -> {
                if (typed.equals(target.get()))
                    replaces.set(found);
            });
        });
    }

    private static String found(String typed) {
        try {
            Path path = Path.of(typed);
            return typed.isEmpty() || !Files.exists(path) ? ""
                    : Files.isDirectory(path) ? "This folder exists; an earlier export in it is replaced."
                            : "This file exists; it is replaced.";
        } catch (InvalidPathException _) {
            return "";
        }
    }

    private void allow() {
        RunState state = training.state();
        whyNot.set(state == RunState.STARTING ? "the engine is still starting"
                : state.isUnderWay() ? "a run is under way: stop it first"
                        : training.weightsProperty().get() == null ? "nothing is trained yet: press Train first" : "");
    }

    void close() {
        subscriptions.unsubscribe();
    }
}
