package org.lamina.ui;

import javafx.scene.control.Skin;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;

/// Lines of text whose caret blinks only while it can be seen.
///
/// @see Field
public final class Area extends TextArea {

    @Override
    protected Skin<?> createDefaultSkin() {
        return new AreaSkin(this);
    }

    private static final class AreaSkin extends TextAreaSkin {

        AreaSkin(Area area) {
            super(area);
            registerChangeListener(area.selectionProperty(), _ -> setCaretAnimating(true));
        }

        @Override
        public void setCaretAnimating(boolean animating) {
            super.setCaretAnimating(animating && Field.hasCaret(getSkinnable()));
        }
    }
}
