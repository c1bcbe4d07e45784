package org.lamina.ui.dialogs;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.ui.Field;

/// Finds a command by a part of its name and runs it.
public final class CommandPalette extends VBox {

    /// @param where the menu it is in
    public record Command(String where, String title, String keys, Runnable run) {}

    private final TextField search = new Field();
    private final ListView<Command> found = new ListView<>();
    private final List<Command> commands;
    private final Runnable close;

    public CommandPalette(List<Command> commands, Runnable close) {
        this.commands = commands;
        this.close = close;
        setId("command-palette");
        getStyleClass().add("command-palette");
        search.setId("command-search");
        search.setPromptText("What do you want to do?");
        found.setCellFactory(_ -> new CommandCell());
        found.setFocusTraversable(false);
        found.setOnMouseClicked(_ -> run());
        search.textProperty().subscribe(this::find);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        getChildren().addAll(search, found);
        setMaxSize(520, 380);
    }

    public void focus() {
        search.requestFocus();
    }

    private void find(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
        found.getItems().setAll(commands.stream().filter(c -> matches(c, words)).toList());
        found.getSelectionModel().selectFirst();
    }

    private static boolean matches(Command command, String[] words) {
        String name = (command.where() + " " + command.title()).toLowerCase(Locale.ROOT);
        for (String word : words)
            if (!name.contains(word))
                return false;
        return true;
    }

    private void press(KeyEvent key) {
        switch (key.getCode()) {
            case KeyCode.DOWN -> found.getSelectionModel().selectNext();
            case KeyCode.UP -> found.getSelectionModel().selectPrevious();
            case KeyCode.ENTER -> run();
            case KeyCode.ESCAPE -> close.run();
            default -> {
                return;
            }
        }
        found.scrollTo(found.getSelectionModel().getSelectedIndex());
        key.consume();
    }

    private void run() {
        Command chosen = found.getSelectionModel().getSelectedItem();
        close.run();
        if (chosen != null)
            chosen.run().run();
    }

    private static final class CommandCell extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            setGraphic(command == null || empty ? null : line(command));
        }

        private static HBox line(Command command) {
            Label where = new Label(command.where());
            where.getStyleClass().add("muted");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label keys = new Label(command.keys());
            keys.getStyleClass().add("muted");
            HBox line = new HBox(10, where, new Label(command.title()), gap, keys);
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }
    }
}
