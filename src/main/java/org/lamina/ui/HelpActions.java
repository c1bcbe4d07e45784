package org.lamina.ui;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lamina.ui.dialogs.CommandPalette;
import org.lamina.ui.dialogs.KeyboardOverview;
import org.lamina.ui.inspector.Headings;

/// The keyboard overview and the command palette: sheets over the window, made of the same actions as the menus.
final class HelpActions {

    private final StackPane over;
    private final Supplier<List<ActionGroup>> groups;

    /// @param over the window's root, on which sheets lie
    HelpActions(StackPane over, Supplier<List<ActionGroup>> groups) {
        this.over = over;
        this.groups = groups;
    }

    ActionGroup group() {
        return new ActionGroup("Help",
                List.of(List.of(Action.of("commands", "Find a command…", Feather.SEARCH, "Shortcut+K", this::commands),
                        Action.of("keyboard", "Keyboard overview", Feather.COMMAND, "F1", this::keyboard))));
    }

    private void commands() {
        List<CommandPalette.Command> commands = groups.get().stream()
                .flatMap(g -> g.actions().stream().filter(a -> a.enabled().getValue())
                        .map(a -> new CommandPalette.Command(g.title(), a.title().getValue(), a.keyText(), a::fire)))
                .toList();
        Sheet sheet = new Sheet(over);
        CommandPalette palette = new CommandPalette(commands, sheet::close);
        sheet.show(palette);
        palette.focus();
    }

    private void keyboard() {
        List<KeyboardOverview.Section> sections = groups.get().stream()
                .map(g -> new KeyboardOverview.Section(g.title(), g.actions().stream().filter(a -> a.keys() != null)
                        .map(a -> new KeyboardOverview.Entry(a.keyText(), a.title().getValue())).toList()))
                .toList();
        Sheet sheet = new Sheet(over);
        Button close = new Button("Close");
        close.setDefaultButton(true);
        close.setOnAction(_ -> sheet.close());
        VBox box = new VBox(16, Headings.title("Keyboard"), new KeyboardOverview(sections), close);
        box.getStyleClass().addAll("sheet", "pane");
        box.setMaxSize(820, Region.USE_PREF_SIZE);
        sheet.show(box);
        close.requestFocus();
    }
}
