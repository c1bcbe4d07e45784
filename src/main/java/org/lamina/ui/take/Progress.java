package org.lamina.ui.take;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Says how far a long job is, and can stop it. Takes no room while there is none.
final class Progress extends HBox {

    private final Label state = new Label();
    private final Button cancel = new Button("Cancel");

    Progress(String id) {
        setId(id);
        setSpacing(8);
        setAlignment(Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        state.setId(id + "-state");
        state.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setId(id + "-cancel");
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(state, cancel);
    }

    void begin(String words, Runnable stop) {
        say(words);
        cancel.setOnAction(_ -> stop.run());
        setVisible(true);
    }

    void say(String words) {
        state.setText(words);
    }

    void end() {
        setVisible(false);
    }
}
