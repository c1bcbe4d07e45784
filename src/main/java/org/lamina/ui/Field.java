package org.lamina.ui;

import javafx.scene.control.Skin;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextFieldSkin;

/// A line of text whose caret blinks only while it can be seen. JavaFX sets the caret of every field blinking whose text is
/// set, in focus or not: from then on the window never rests, and where the caret is not drawn it is painted whole twice a
/// second.
public class Field extends TextField {

    public Field() {}

    public Field(String text) {
        super(text);
    }

    @Override
    protected final Skin<?> createDefaultSkin() {
        return new FieldSkin(this);
    }

    /// Whether there is a caret: a selection has none, nor has what is not in focus.
    static boolean hasCaret(TextInputControl input) {
        return input.isFocused() && input.getSelection().getLength() == 0;
    }

    private static final class FieldSkin extends TextFieldSkin {

        FieldSkin(Field field) {
            super(field);
            registerChangeListener(field.selectionProperty(), _ -> setCaretAnimating(true));
        }

        @Override
        public void setCaretAnimating(boolean animating) {
            super.setCaretAnimating(animating && hasCaret(getSkinnable()));
        }
    }
}
