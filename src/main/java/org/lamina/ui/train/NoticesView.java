package org.lamina.ui.train;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
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
import org.lamina.graph.NodeId;

/// Messages over what else the window shows, which keeps its place: each stays until it is dismissed, but what only tells
/// that something is done goes by itself.
public final class NoticesView extends VBox {

    private static final int MOST = 3;
    private static final double WIDTH = 680;

    private final Notices notices;
    private final Consumer<NodeId> show;
    private final Executor afterAWhile;

    /// @param show selects a node and brings it into sight
    /// @param afterAWhile does something on the FX thread when a message of a line was long enough to be read
    public NoticesView(Notices notices, Consumer<NodeId> show, Executor afterAWhile) {
        this.notices = notices;
        this.show = show;
        this.afterAWhile = afterAWhile;
        setId("notices");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPickOnBounds(false);
        notices.waiting().addListener(this::changed);
        notices.accusedProperty().subscribe(node -> {
            if (node != null)
                show.accept(node);
        });
        list();
    }

    private void changed(ListChangeListener.Change<? extends Notice> change) {
        list();
        while (change.next())
            change.getAddedSubList().stream().filter(n -> n.kind() == Notice.Kind.DONE).forEach(this::goLater);
    }

    /// A message under the pointer is being read.
    private void goLater(Notice notice) {
        afterAWhile.execute(() -> {
            if (isHover())
                goLater(notice);
            else if (notices.waiting().stream().anyMatch(waiting -> waiting == notice))
                notices.dismiss(notice);
        });
    }

    private void list() {
        getChildren().setAll(notices.waiting().stream().limit(MOST).map(this::row).toList());
        setVisible(!getChildren().isEmpty());
    }

    private Node row(Notice notice) {
        Label text = new Label(notice.text());
        text.setWrapText(true);
        if (!notice.detail().isEmpty())
            text.setTooltip(new Tooltip(notice.detail()));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(icon(notice.kind()), text);
        NodeId node = notice.node();
        if (node != null)
            row.getChildren().add(button("Show the layer", () -> show.accept(node)));
        row.getChildren().add(button("Dismiss", () -> notices.dismiss(notice)));
        row.getStyleClass().addAll("notice", notice.kind().name().toLowerCase(java.util.Locale.ROOT));
        return row;
    }

    private static Button button(String title, Runnable work) {
        Button button = new Button(title);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> work.run());
        return button;
    }

    private static FontIcon icon(Notice.Kind kind) {
        return new FontIcon(switch (kind) {
            case DONE -> Feather.CHECK_CIRCLE;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case FAILURE -> Feather.ALERT_OCTAGON;
        });
    }
}
