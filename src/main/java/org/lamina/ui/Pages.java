package org.lamina.ui;

import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The page of a window. The next one is made piece by piece where nobody sees it, and takes its place once it is whole;
/// until then the window takes no orders, and the pointer says so.
final class Pages extends StackPane {

    private BorderPane seen = new BorderPane();
    private BorderPane hidden = new BorderPane();
    /// The body of the page that is being made.
    private @Nullable Pane coming;

    Pages(Scene scene) {
        getChildren().addAll(seen, hidden);
        hide(hidden);
        scene.addPreLayoutPulseListener(() -> {
            if (coming != null && !Painter.isBusy())
                Ember.of(scene).glow();
        });
        scene.addEventFilter(InputEvent.ANY, e -> {
            if (coming != null)
                e.consume();
        });
    }

    /// Makes another page, at once where nobody sees the window.
    ///
    /// @param top its upper edge, still empty
    /// @param body what is below, still empty
    /// @param making fills them, a step after the other
    /// @param shown what is done in the frame in which it is shown
    void turn(Pane top, Pane body, List<Runnable> making, Runnable shown) {
        coming = body;
        getScene().setCursor(Cursor.WAIT);
        hidden.setTop(top);
        hidden.setCenter(body);
        for (Runnable step : making)
            Entering.soon(() -> {
                if (coming == body)
                    step.run();
            });
        Entering.atEnd(() -> {
            show();
            shown.run();
        });
        if (!getScene().getWindow().isShowing())
            Entering.finish();
    }

    private void show() {
        BorderPane before = seen;
        seen = hidden;
        hidden = before;
        seen.setClip(null);
        seen.setVisible(true);
        hide(before);
        before.setTop(null);
        before.setCenter(null);
        coming = null;
        getScene().setCursor(null);
    }

    /// Has a page cover nothing, or all that is changed in it would be painted over, though it is not seen.
    private static void hide(BorderPane page) {
        page.setVisible(false);
        page.setClip(new Rectangle());
    }
}
