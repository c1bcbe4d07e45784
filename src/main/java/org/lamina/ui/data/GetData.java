package org.lamina.ui.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.lamina.app.Getting;
import org.lamina.ui.Field;
import org.lamina.ui.inspector.Headings;

/// A button for each published set, the folder it goes to, and how far it is. Call [#dispose] when it leaves the window.
final class GetData extends VBox {

    private final Getting getting;
    private final FlowPane sets = new FlowPane(8, 8);
    private final TextField folder = new Field();
    private final VBox state = new VBox(8);
    private final BusyRow busy;
    private final Subscription changes;

    /// @param choose asks for a folder
    GetData(Getting getting, Function<String, Optional<Path>> choose) {
        super(8);
        this.getting = getting;
        busy = new BusyRow("get", getting::cancel);
        setId("get-data");
        getting.titles().forEach(title -> sets.getChildren().add(set(title)));
        getChildren().addAll(sets, place(choose), state);
        changes = getting.stageProperty().subscribe(this::show);
    }

    void dispose() {
        changes.unsubscribe();
        folder.textProperty().unbindBidirectional(getting.folderProperty());
    }

    private Button set(String title) {
        Button get = new Button("Get " + title);
        get.setId("get-" + title.toLowerCase(Locale.ROOT));
        get.setOnAction(_ -> getting.start(title));
        return get;
    }

    private Node place(Function<String, Optional<Path>> choose) {
        folder.setId("get-folder");
        folder.setAccessibleText("Folder for data sets that are fetched");
        folder.textProperty().bindBidirectional(getting.folderProperty());
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button browse = new Button("Choose…");
        browse.setMinWidth(USE_PREF_SIZE);
        browse.setOnAction(_ -> choose.apply("Choose a folder for data sets")
                .ifPresent(chosen -> folder.setText(chosen.toString())));
        browse.disableProperty().bind(folder.disabledProperty());
        return new VBox(4, Headings.muted("Each set goes to a folder of its own in:"), new HBox(8, folder, browse));
    }

    private void show(Getting.Stage stage) {
        boolean waiting = stage instanceof Getting.Busy;
        sets.setDisable(waiting);
        folder.setDisable(waiting);
        switch (stage) {
            case Getting.Idle() -> state.getChildren().clear();
            case Getting.Busy(double done, String what) -> busy.show(state, done, what);
            case Getting.Refused(String message) -> state.getChildren()
                    .setAll(Headings.refusal("get-refused", message));
        }
    }
}
