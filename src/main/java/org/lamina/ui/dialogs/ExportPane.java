package org.lamina.ui.dialogs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.lamina.app.ExportStage;
import org.lamina.app.Exporting;
import org.lamina.ui.Field;
import org.lamina.ui.Picker;
import org.lamina.ui.inspector.Headings;
import org.lamina.ui.inspector.Markdown;

/// Takes the trained network away: format, place, and a report of the proof.
public final class ExportPane extends VBox {

    private final Exporting exporting;
    private final Questions questions;
    private final Optional<FileManager> files;
    private final Executor background;
    private final Picker<Exporting.Format> format = new Picker<>();
    private final VBox help = new VBox();
    private final TextField target = new Field();
    private final VBox report = new VBox(8);
    private final Button export = new Button("Export");
    private final Button leave = new Button("Close");
    private final Subscription subscriptions;

    /// @param files shows the folder of what was written, where the system can
    /// @param close takes the pane away
    public ExportPane(Exporting exporting, Questions questions, Optional<FileManager> files, Executor background,
            Runnable close) {
        this.exporting = exporting;
        this.questions = questions;
        this.files = files;
        this.background = background;
        setId("export");
        getStyleClass().addAll("sheet", "pane");
        setMaxSize(620, USE_PREF_SIZE);
        getChildren().addAll(Headings.title("Export the trained network"));
        if (exporting.isStale())
            getChildren().add(Headings.muted(
                    "The network on the canvas has changed since it was trained: the one that was trained is exported."));
        getChildren().addAll(Headings.section("Format"), formats(), help, Headings.section("Write to"), place(),
                replaces(), report, buttons(close));
        subscriptions = exporting.formatProperty().subscribe(this::explain)
                .and(exporting.stageProperty().subscribe(this::show));
    }

    private Node formats() {
        format.setId("export-format");
        format.setAccessibleText("Format");
        format.setMaxWidth(Double.MAX_VALUE);
        format.getItems().setAll(Exporting.formats());
        format.valueProperty().bindBidirectional(exporting.formatProperty());
        return format;
    }

    private void explain(Exporting.Format chosen) {
        help.getChildren().setAll(Markdown.node(chosen.help()));
    }

    private Node place() {
        target.setId("export-target");
        target.setAccessibleText("File or folder to write");
        target.textProperty().bindBidirectional(exporting.targetProperty());
        HBox.setHgrow(target, Priority.ALWAYS);
        Button browse = new Button("Choose…");
        browse.setId("export-choose");
        browse.setMinWidth(USE_PREF_SIZE);
        browse.setOnAction(_ -> questions.fileToSave("Export the trained network", exporting.suggested())
                .ifPresent(chosen -> target.setText(chosen.toString())));
        browse.disableProperty().bind(target.disabledProperty());
        return new HBox(8, target, browse);
    }

    private Node replaces() {
        Label note = Headings.muted("");
        note.setId("export-replaces");
        note.textProperty().bind(exporting.replacesProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    private Node buttons(Runnable close) {
        export.setId("export-start");
        export.setDefaultButton(true);
        export.setOnAction(_ -> exporting.start());
        leave.setId("export-close");
        leave.setOnAction(_ -> close.run());
        ButtonBar.setButtonData(export, ButtonBar.ButtonData.OK_DONE);
        ButtonBar.setButtonData(leave, ButtonBar.ButtonData.CANCEL_CLOSE);
        ButtonBar bar = new ButtonBar();
        bar.getButtons().setAll(leave, export);
        return bar;
    }

    /// Puts the keyboard where the place is typed.
    public void focus() {
        target.requestFocus();
        target.end();
    }

    /// It is closed and hears no more.
    public void dispose() {
        subscriptions.unsubscribe();
        format.valueProperty().unbindBidirectional(exporting.formatProperty());
        target.textProperty().unbindBidirectional(exporting.targetProperty());
        exporting.cancel();
    }

    private void show(ExportStage stage) {
        keepFocus(stage);
        format.setDisable(stage.isBusy());
        target.setDisable(stage.isBusy());
        export.setDisable(stage.isBusy());
        report.getChildren().setAll(switch (stage) {
            case ExportStage.Waiting _ -> List.of();
            case ExportStage.Asking _ -> List.of(busy("The network answers the samples for the proof", cancel()));
            case ExportStage.Writing _ -> List.of(busy("Writing and proving the file", new Region()));
            case ExportStage.Refused(String message) -> List.of(Headings.refusal("export-refused",
                    "Nothing was written: " + message));
            case ExportStage.Done(Path written, String proof) -> List.of(done(written, proof));
        });
    }

    /// A control that is disabled loses the keyboard to whatever lies behind the pane, and Esc with it.
    private void keepFocus(ExportStage stage) {
        if (stage.isBusy())
            leave.requestFocus();
    }

    private static Node busy(String what, Node beside) {
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setPrefWidth(140);
        HBox row = new HBox(10, bar, new Label(what), beside);
        row.setId("export-busy");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node cancel() {
        Button cancel = button("Cancel", "export-cancel");
        cancel.setOnAction(_ -> exporting.cancel());
        return cancel;
    }

    private Node done(Path written, String proof) {
        HBox actions = new HBox(8, copy(written));
        files.ifPresent(f -> Optional.ofNullable(written.getParent())
                .ifPresent(folder -> actions.getChildren().add(open(f, folder))));
        VBox box = new VBox(words("Written: " + written), words(proof), actions);
        box.setId("export-done");
        box.getStyleClass().addAll("problem", "success");
        return box;
    }

    private static Button copy(Path written) {
        Button copy = button("Copy path", "export-copy");
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(written.toString());
            Clipboard.getSystemClipboard().setContent(content);
        });
        return copy;
    }

    private Button open(FileManager manager, Path folder) {
        Button open = button("Open folder", "export-open");
        open.setOnAction(_ -> background.execute(() -> manager.show(folder)));
        return open;
    }

    private static Button button(String title, String id) {
        Button button = new Button(title);
        button.setId(id);
        button.getStyleClass().add("small");
        return button;
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
