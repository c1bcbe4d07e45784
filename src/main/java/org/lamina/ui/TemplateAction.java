package org.lamina.ui;

import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.lamina.app.Studio;
import org.lamina.ui.start.TemplateGallery;

/// Opens the gallery of architectures as a sheet over the window.
final class TemplateAction {

    private final Studio studio;
    private final StackPane over;

    TemplateAction(Studio studio, StackPane over) {
        this.studio = studio;
        this.over = over;
    }

    /// @param safely goes on once what is open is safe
    Action action(Consumer<Runnable> safely) {
        return Action.of("new-from-template", "New from template…", Feather.GRID, "Shortcut+Shift+N",
                () -> show(safely));
    }

    private void show(Consumer<Runnable> safely) {
        Sheet sheet = new Sheet(over);
        TemplateGallery gallery = new TemplateGallery(studio.templates(), begin -> {
            sheet.close();
            safely.accept(begin);
        });
        sheet.show(gallery);
        gallery.focus();
    }
}
