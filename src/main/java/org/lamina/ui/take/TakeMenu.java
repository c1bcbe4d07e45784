package org.lamina.ui.take;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.ui.Action;
import org.lamina.ui.LazyTip;

/// Offers to take away what is in a pane: by a button, by a right click on a part, and by keys.
public final class TakeMenu {

    private final List<Taking.Way> ways;
    private final Supplier<Optional<Node>> pane;

    /// @param pane what is looked at
    public TakeMenu(List<Taking.Way> ways, Supplier<Optional<Node>> pane) {
        this.ways = List.copyOf(ways);
        this.pane = pane;
    }

    /// The pane itself, then its parts that can be taken away alone.
    public List<Takeaway> offered() {
        List<Takeaway> offered = new ArrayList<>();
        pane.get().ifPresent(node -> collect(node, offered));
        return offered;
    }

    private static void collect(Node node, List<Takeaway> offered) {
        if (!node.isVisible())
            return;
        if (node instanceof Takeaway takeaway)
            offered.add(takeaway);
        if (node instanceof Parent parent)
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, offered));
    }

    public MenuButton button() {
        MenuButton button = new MenuButton(null, new FontIcon(Feather.DOWNLOAD));
        button.setId("take-away");
        button.getStyleClass().addAll("tool-button", "take-away");
        button.setAccessibleText("Take this panel away: copy or save its picture or numbers");
        LazyTip.install(button, button::getAccessibleText);
        button.setOnShowing(_ -> button.getItems().setAll(items(offered())));
        button.getItems().add(new MenuItem("…"));
        return button;
    }

    /// Offers the part that is clicked, unless that has a menu of its own.
    public void listen(Node node) {
        ContextMenu menu = new ContextMenu();
        node.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> at(event.getTarget()).ifPresent(what -> {
            menu.getItems().setAll(items(List.of(what)));
            menu.getItems().addFirst(heading(what));
            menu.show(node, event.getScreenX(), event.getScreenY());
            event.consume();
        }));
    }

    private static Optional<Takeaway> at(Object target) {
        for (Node node = target instanceof Node clicked ? clicked : null; node != null; node = node.getParent())
            if (node instanceof Takeaway takeaway)
                return Optional.of(takeaway);
        return Optional.empty();
    }

    private static MenuItem heading(Takeaway what) {
        MenuItem heading = new MenuItem(what.subject());
        heading.setDisable(true);
        return heading;
    }

    /// @param keys of the ways that have some, in their order
    public List<Action> actions(String id, String of, List<String> keys) {
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            Taking.Way way = ways.get(i);
            actions.add(Action.of(way.id() + id, way.title().replace("…", "") + " of the " + of, null,
                    i < keys.size() ? keys.get(i) : null, () -> focused().ifPresent(way.take())));
        }
        return actions;
    }

    /// What has the focus in it, else the first.
    private Optional<Takeaway> focused() {
        List<Takeaway> offered = offered();
        return offered.stream().filter(t -> t instanceof Node node && node.isFocusWithin()).findFirst()
                .or(() -> offered.stream().findFirst());
    }

    private List<MenuItem> items(List<Takeaway> offered) {
        List<MenuItem> items = new ArrayList<>();
        for (int i = 0; i < offered.size(); i++) {
            Takeaway what = offered.get(i);
            List<MenuItem> own = ways.stream().map(way -> item(way, what)).toList();
            if (i == 0)
                items.addAll(own);
            else
                items.add(new Menu(what.subject(), null, own.toArray(MenuItem[]::new)));
            if (i == 0 && offered.size() > 1)
                items.add(new SeparatorMenuItem());
        }
        return items;
    }

    private static MenuItem item(Taking.Way way, Takeaway what) {
        boolean empty = what.numbers().isEmpty();
        MenuItem item = new MenuItem(way.title() + (empty ? "  (nothing is shown yet)" : ""));
        item.setId(way.id());
        item.setDisable(empty);
        item.setOnAction(_ -> way.take().accept(what));
        return item;
    }
}
