package org.lamina.ui.canvas;

import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.lamina.app.NetworkEditor;
import org.lamina.project.Point;

/// Takes layers to the system's clipboard as text, and from there.
final class CanvasClipboard {

    private final NetworkEditor editor;
    private final Supplier<Point> corner;

    /// @param corner where what is pasted begins
    CanvasClipboard(NetworkEditor editor, Supplier<Point> corner) {
        this.editor = editor;
        this.corner = corner;
    }

    void copy() {
        editor.copied()
                .ifPresent(text -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    void cut() {
        if (editor.selection().nodes().isEmpty())
            return;
        copy();
        editor.delete();
    }

    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        editor.paste(text == null ? "" : text, corner.get());
    }
}
