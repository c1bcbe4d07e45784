package org.lamina.ui.canvas;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import org.lamina.spec.Inferred;
import org.lamina.tensor.Shape;

/// The words at the cursor while something is dragged: the shape that would come of it, or why it cannot be.
final class Hint extends Label {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final double OFFSET = 18;

    Hint() {
        setId("hint");
        getStyleClass().add("canvas-hint");
        setMaxWidth(320);
        setWrapText(true);
        setVisible(false);
        setMouseTransparent(true);
    }

    void tell(Point2D view, Inferred answer, String whereUnknown) {
        switch (answer) {
            case Inferred.Known(Shape shape) -> tell(view, "gives " + shape.describe(), false);
            case Inferred.Refused refused -> tell(view, refused.message(), true);
            case Inferred.Waiting _ -> tell(view, whereUnknown, false);
        }
    }

    void tell(Point2D view, String words, boolean refused) {
        setText(words);
        pseudoClassStateChanged(REFUSED, refused);
        setVisible(true);
        autosize();
        Bounds room = getParent().getLayoutBounds();
        relocate(Math.min(view.getX() + OFFSET, room.getWidth() - getWidth()),
                Math.min(view.getY() + OFFSET, room.getHeight() - getHeight()));
    }

    void hush() {
        setVisible(false);
    }
}
