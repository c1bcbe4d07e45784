package org.lamina.ui;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.Notice;
import org.lamina.app.Notices;

/// The messages that wait to be read, below the tool bar: a word about what happened stays until it is dismissed.
final class MessageBar extends VBox {

    private static final int MOST = 3;

    private final Notices notices;

    MessageBar(Notices notices) {
        this.notices = notices;
        setId("messages");
        notices.waiting().addListener((ListChangeListener<Notice>) _ -> refresh());
        refresh();
    }

    private void refresh() {
        getChildren().setAll(notices.waiting().stream().limit(MOST).map(this::bar).toList());
    }

    private Node bar(Notice notice) {
        Label text = new Label(notice.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        if (!notice.detail().isEmpty())
            text.setTooltip(new Tooltip(notice.detail()));
        Button dismiss = new Button(null, new FontIcon(Feather.X));
        dismiss.getStyleClass().addAll("tool-button", "dismiss");
        dismiss.setAccessibleText("Dismiss");
        dismiss.setOnAction(_ -> notices.dismiss(notice));
        HBox bar = new HBox(new FontIcon(icon(notice.kind())), text, dismiss);
        bar.getStyleClass().addAll("message-bar", notice.kind().name().toLowerCase(Locale.ROOT));
        return bar;
    }

    private static Feather icon(Notice.Kind kind) {
        return switch (kind) {
            case DONE -> Feather.CHECK_CIRCLE;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case FAILURE -> Feather.ALERT_OCTAGON;
        };
    }
}
