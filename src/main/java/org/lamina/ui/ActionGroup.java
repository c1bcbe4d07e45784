package org.lamina.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Actions under one heading: a menu, and a part of the keyboard overview.
///
/// @param sections parts with a line between them
public record ActionGroup(String title, List<List<Action>> sections) {

    public ActionGroup {
        sections = sections.stream().filter(s -> !s.isEmpty()).map(List::copyOf).toList();
    }

    public List<Action> actions() {
        return sections.stream().flatMap(List::stream).toList();
    }

    public Menu menu() {
        return new Menu(title, null, items().toArray(MenuItem[]::new));
    }

    public List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (List<Action> section : sections) {
            if (!items.isEmpty())
                items.add(new SeparatorMenuItem());
            section.forEach(a -> items.add(a.menuItem()));
        }
        return items;
    }
}
