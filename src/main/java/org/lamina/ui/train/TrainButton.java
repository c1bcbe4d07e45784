package org.lamina.ui.train;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.ui.Action;
import org.lamina.ui.LazyTip;

/// The one button that stands out.
final class TrainButton {

    private TrainButton() {}

    static Node of(Action train) {
        Button button = new Button("Train", new FontIcon(train.icon()));
        button.setId("button-train");
        button.getStyleClass().addAll("accent", "train-button");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.disableProperty().bind(train.enabled().map(e -> !e));
        button.setOnAction(_ -> train.fire());
        StackPane holder = new StackPane(button);
        LazyTip.install(holder, train::tip);
        return holder;
    }
}
