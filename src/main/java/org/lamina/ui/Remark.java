package org.lamina.ui;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.util.Duration;

/// Words over the window that go by themselves: why a key did nothing.
final class Remark extends Label {

    private final PauseTransition stay = new PauseTransition(Duration.seconds(5));

    Remark() {
        setId("remark");
        getStyleClass().add("remark");
        setMouseTransparent(true);
        setVisible(false);
        stay.setOnFinished(_ -> setVisible(false));
    }

    void say(String words) {
        setText(words);
        setVisible(true);
        stay.playFromStart();
    }
}
