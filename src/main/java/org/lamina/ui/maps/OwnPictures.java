package org.lamina.ui.maps;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import org.lamina.app.OwnPicture;
import org.lamina.ui.Opens;

/// The ways in which a person hands over a picture: a file, the clipboard, a file dropped on a panel.
public final class OwnPictures {

    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final OwnPicture own;
    private final Supplier<Optional<Path>> ask;

    /// @param ask asks for a file
    public OwnPictures(OwnPicture own, Supplier<Optional<Path>> ask) {
        this.own = own;
        this.ask = ask;
    }

    OwnPicture own() {
        return own;
    }

    void open() {
        ask.get().ifPresent(own::read);
    }

    /// Takes a copied picture, or the picture file that was copied.
    boolean paste() {
        return take(Clipboard.getSystemClipboard());
    }

    void accept(Node panel) {
        panel.addEventHandler(DragEvent.DRAG_OVER, e -> {
            if (!mayBePicture(e.getDragboard()))
                return;
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
        });
        panel.addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            if (!mayBePicture(e.getDragboard()))
                return;
            e.setDropCompleted(take(e.getDragboard()));
            e.consume();
        });
        panel.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (PASTE.match(e) && paste())
                e.consume();
        });
    }

    /// Projects and weights are for the window.
    private static boolean mayBePicture(Clipboard from) {
        return from.hasFiles()
                ? from.getFiles().stream().noneMatch(f -> Opens.of(f.toPath()).isPresent())
                : from.hasImage();
    }

    private boolean take(Clipboard from) {
        List<java.io.File> files = from.hasFiles() ? from.getFiles() : List.of();
        if (!files.isEmpty())
            own.read(files.getFirst().toPath());
        else if (from.hasImage())
            own.take(SwingFXUtils.fromFXImage(from.getImage(), null));
        else
            return false;
        return true;
    }
}
