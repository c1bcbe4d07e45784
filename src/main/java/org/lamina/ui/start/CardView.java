package org.lamina.ui.start;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.TemplateCard;
import org.lamina.app.Values;
import org.lamina.ui.inspector.Headings;

/// One architecture in the gallery: its network, its name, who published it, what it is for; below it the way to its
/// published size, where that is too large to learn on the spot.
final class CardView extends VBox {

    private static final double WIDTH = 310;
    private static final double PICTURE = 96;
    private static final double HELP = 72;
    private static final double HEIGHT = PICTURE + 172;

    private final Button small = new Button();

    CardView(TemplateCard card, Runnable open, Runnable openPublished) {
        setId("template-" + card.id());
        getStyleClass().add("template");
        small.setGraphic(new VBox(new GraphThumbnail(card.graph(), WIDTH, PICTURE), body(card)));
        small.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        small.setAccessibleText(card.title() + ", " + card.paper() + ". " + card.help());
        small.getStyleClass().add("sample-card");
        small.setPrefSize(WIDTH, HEIGHT);
        small.setMaxSize(WIDTH, HEIGHT);
        small.setOnAction(_ -> open.run());
        getChildren().add(small);
        if (card.published() != null)
            getChildren().add(published(card.published(), openPublished));
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && key.getTarget() instanceof Button focused)
                focused.fire();
        });
    }

    void focus() {
        small.requestFocus();
    }

    void open() {
        small.fire();
    }

    private static VBox body(TemplateCard card) {
        Label title = new Label(card.title());
        title.getStyleClass().add("sample-title");
        Label help = new Label(card.help().replace('\n', ' '));
        help.setWrapText(true);
        help.setMinHeight(HELP);
        help.setMaxHeight(HELP);
        help.setAlignment(Pos.TOP_LEFT);
        VBox body = new VBox(title, Headings.muted(card.paper()), help,
                Headings.muted(Values.count(card.parameters()) + " parameters"));
        body.getStyleClass().add("sample-body");
        return body;
    }

    private static Button published(TemplateCard.Published published, Runnable open) {
        Button button = new Button("%s as published: %s parameters".formatted(published.name(),
                Values.count(published.parameters())), new FontIcon(Feather.MAXIMIZE_2));
        button.getStyleClass().addAll("flat", "small", "template-published");
        button.setMaxWidth(WIDTH);
        button.setOnAction(_ -> open.run());
        return button;
    }
}
