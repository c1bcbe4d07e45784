package org.lamina.ui.inspector;

import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.lamina.spec.Param;

/// A path: typed, chosen in the system's dialog, or dropped on the field.
final class PathEditor implements Editor {

    private final TextEditor text;
    private final HBox node;

    PathEditor(Param param, Row row, Paths paths) {
        text = new TextEditor(param, row);
        Button browse = new Button("Browse…");
        browse.setMinWidth(Button.USE_PREF_SIZE);
        browse.setOnAction(_ -> paths.choose(Objects.requireNonNull(param.location()),
                "Choose " + param.title().toLowerCase(Locale.ROOT)).ifPresent(row::commit));
        TextField field = text.field();
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setOnDragOver(drag -> {
            if (drag.getDragboard().hasFiles())
                drag.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            drag.consume();
        });
        field.setOnDragDropped(drag -> dropped(drag, row, paths));
        node = new HBox(field, browse);
        node.getStyleClass().add("path-editor");
    }

    private static void dropped(DragEvent drag, Row row, Paths paths) {
        drag.getDragboard().getFiles().stream().findFirst()
                .ifPresent(file -> row.commit(paths.written(file.toPath())));
        drag.setDropCompleted(true);
        drag.consume();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(@Nullable Object value) {
        text.show(value);
    }
}
