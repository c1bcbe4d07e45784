package org.lamina.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Something a person can ask for. Menu entries, tool-bar buttons, the command palette and the keyboard overview are all
/// made of it.
///
/// @param id names its buttons and menu entries for style sheets and tests
/// @param title what it does; may change, as "Undo Add Dense" does
/// @param keys its accelerator, if it has one
/// @param enabled whether it can act now
/// @param whyNot why it cannot act, in words for people; empty where it always can
public record Action(String id, ObservableStringValue title, @Nullable Ikon icon, @Nullable KeyCombination keys,
        ObservableBooleanValue enabled, ObservableStringValue whyNot, Runnable run) {

    /// One that can always act.
    public static Action of(String id, String title, @Nullable Ikon icon, @Nullable String keys, Runnable run) {
        return new Action(id, new SimpleStringProperty(title), icon,
                keys == null ? null : KeyCombination.valueOf(keys), new SimpleBooleanProperty(true),
                new SimpleStringProperty(""),
                run);
    }

    /// The same, able to act only while a condition holds.
    public Action when(ObservableBooleanValue condition, String otherwise) {
        return new Action(id, title, icon, keys, condition, new SimpleStringProperty(otherwise), run);
    }

    /// The same, able to act only while there is no reason against it.
    public Action unless(ObservableStringValue reason) {
        return new Action(id, title, icon, keys, Bindings.isEmpty(reason), reason, run);
    }

    /// The same under a title that changes.
    public Action titled(ObservableStringValue changing) {
        return new Action(id, changing, icon, keys, enabled, whyNot, run);
    }

    /// Acts if it can.
    public void fire() {
        if (enabled.get())
            run.run();
    }

    public MenuItem menuItem() {
        MenuItem item = new MenuItem();
        item.setId("menu-" + id);
        item.textProperty().bind(Bindings.createStringBinding(
                () -> enabled.get() || whyNot.get().isEmpty() ? title.get() : title.get() + "  (" + whyNot.get() + ")",
                title, enabled, whyNot));
        item.setMnemonicParsing(false);
        if (icon != null)
            item.setGraphic(new FontIcon(icon));
        if (keys != null)
            item.setAccelerator(keys);
        item.disableProperty().bind(Bindings.not(enabled));
        item.setOnAction(_ -> fire());
        return item;
    }

    /// An icon button whose tooltip names the action, its keys, and why it cannot act.
    public Node button() {
        Button button = new Button();
        button.setId("button-" + id);
        button.getStyleClass().add("tool-button");
        if (icon != null)
            button.setGraphic(new FontIcon(icon));
        else
            button.textProperty().bind(title);
        button.accessibleTextProperty().bind(title);
        button.disableProperty().bind(Bindings.not(enabled));
        button.setFocusTraversable(false);
        button.setOnAction(_ -> fire());
        StackPane holder = new StackPane(button);
        Tooltip.install(holder, tooltip());
        return holder;
    }

    /// `Save (Ctrl+S)`.
    public Tooltip tooltip() {
        Tooltip tooltip = new Tooltip();
        String suffix = keys == null ? "" : " (" + keys.getDisplayText() + ")";
        tooltip.textProperty().bind(Bindings.createStringBinding(
                () -> title.get() + suffix
                        + (enabled.get() || whyNot.get().isEmpty() ? "" : "\nNot now: " + whyNot.get()),
                title, enabled, whyNot));
        return tooltip;
    }
}
