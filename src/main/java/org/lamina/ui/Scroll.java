package org.lamina.ui;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ScrollPaneSkin;
import org.jspecify.annotations.Nullable;

/// A scroll pane that draws only what changes in it. The toolkit's own keeps a picture of all that is in sight, and
/// draws all of it anew at every change.
public class Scroll extends ScrollPane {

    public Scroll() {
        this(null);
    }

    public Scroll(@Nullable Node content) {
        super(content);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        ScrollPaneSkin skin = new ScrollPaneSkin(this);
        getChildrenUnmodifiable().stream().filter(part -> part.getStyleClass().contains("viewport"))
                .forEach(sight -> sight.setCache(false));
        return skin;
    }
}
