package org.lamina.ui.maps;

import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.OwnPicture;
import org.lamina.app.Strokes;
import org.lamina.ui.LazyTip;
import org.lamina.ui.ToolButton;

/// A small blackboard: what is drawn is looked at while it is drawn.
final class DrawingPad extends VBox {

    private static final double SIDE = 140;
    private static final double PEN = 22;
    private static final double ERASER = 44;
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final OwnPicture own;
    private final Strokes strokes = new Strokes();
    private final ImageView board = new ImageView();
    private final ToggleButton eraser = new ToggleButton(null, new FontIcon(Feather.DELETE));
    private final CheckBox centred = new CheckBox("Centre");

    DrawingPad(OwnPicture own) {
        super(6);
        this.own = own;
        setId("pad");
        board.setFitWidth(SIDE);
        board.setFitHeight(SIDE);
        StackPane frame = new StackPane(board);
        frame.setId("pad-board");
        frame.getStyleClass().add("picture-frame");
        frame.setOnMousePressed(this::begin);
        frame.setOnMouseDragged(this::extend);
        centred.setId("pad-centred");
        centred.setSelected(true);
        centred.setOnAction(_ -> show());
        LazyTip.install(centred, () -> "Brings what is drawn to the size and place that digits have in MNIST");
        getChildren().addAll(frame, tools(), centred);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (UNDO.match(e)) {
                undo();
                e.consume();
            }
        });
        draw();
    }

    private HBox tools() {
        eraser.setId("pad-eraser");
        eraser.getStyleClass().add("tool-button");
        eraser.setAccessibleText("Eraser");
        LazyTip.install(eraser, () -> "Eraser; else the pen draws");
        HBox tools = new HBox(4, eraser,
                new ToolButton("pad-undo", Feather.CORNER_UP_LEFT, "Take the last stroke away", this::undo),
                new ToolButton("pad-clear", Feather.TRASH_2, "Clear the board", () -> {
                    strokes.clear();
                    show();
                }));
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private void begin(MouseEvent event) {
        requestFocus();
        strokes.begin(scaled(event.getX()), scaled(event.getY()), eraser.isSelected() ? ERASER : PEN,
                eraser.isSelected());
        show();
    }

    private void extend(MouseEvent event) {
        strokes.extend(scaled(event.getX()), scaled(event.getY()));
        show();
    }

    private static double scaled(double at) {
        return at * Strokes.SIDE / SIDE;
    }

    private void undo() {
        strokes.undo();
        show();
    }

    private void show() {
        draw();
        own.draw(strokes, centred.isSelected());
    }

    private void draw() {
        board.setImage(SwingFXUtils.toFXImage(strokes.picture(), null));
    }
}
