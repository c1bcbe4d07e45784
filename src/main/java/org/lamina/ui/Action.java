package org.lamina.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
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
/// @param also further keys that do the same, on other keyboards or by other programs' habit
/// @param enabled whether it can act now
/// @param whyNot why it cannot act, in words for people; empty where it always can
public record Action(String id, ObservableValue<String> title, @Nullable Ikon icon, @Nullable KeyCombination keys,
        List<KeyCombination> also, ObservableValue<Boolean> enabled, ObservableValue<String> whyNot, Runnable run) {

    /// One that can always act.
    public static Action of(String id, String title, @Nullable Ikon icon, @Nullable String keys, Runnable run) {
        return new Action(id, new ReadOnlyStringWrapper(title), icon,
                keys == null ? null : combination(keys), List.of(), new ReadOnlyBooleanWrapper(true),
                new ReadOnlyStringWrapper(""), run);
    }

    /// Keys by their names as [javafx.scene.input.KeyCode#getName] gives them. What is no such name would be taken for
    /// a character that nobody can type.
    private static KeyCombination combination(String keys) {
        if (KeyCombination.valueOf(keys) instanceof KeyCodeCombination known)
            return known;
        throw new IllegalArgumentException("there is no key " + keys);
    }

    /// The same, able to act only while a condition holds.
    public Action when(ObservableValue<Boolean> condition, String otherwise) {
        return new Action(id, title, icon, keys, also, condition, new ReadOnlyStringWrapper(otherwise), run);
    }

    /// The same, able to act only while there is no reason against it.
    public Action unless(ObservableValue<String> reason) {
        return new Action(id, title, icon, keys, also, reason.map(String::isEmpty), reason, run);
    }

    /// The same under a title that changes.
    public Action titled(ObservableValue<String> changing) {
        return new Action(id, changing, icon, keys, also, enabled, whyNot, run);
    }

    /// The same with further keys.
    public Action or(String... more) {
        return new Action(id, title, icon, keys, Stream.of(more).map(Action::combination).toList(), enabled, whyNot,
                run);
    }

    /// Whether a key that was pressed asks for it.
    public boolean hears(KeyEvent pressed) {
        return allKeys().anyMatch(k -> k.match(pressed));
    }

    /// Whether a key that works everywhere asks for it while it cannot act and there are words why.
    boolean refuses(KeyEvent pressed) {
        return !enabled.getValue() && !whyNot.getValue().isEmpty() && accelerators().anyMatch(k -> k.match(pressed));
    }

    /// Acts if it can.
    public void fire() {
        if (enabled.getValue())
            run.run();
    }

    /// The accelerator as people write it: `Ctrl+S`; empty where there is none.
    public String keyText() {
        return keys == null ? "" : keys.getDisplayText();
    }

    /// Whether its keys work everywhere in the window. Letters and the like must not, as they are typed into fields: the
    /// pane that has the focus hears them.
    private static boolean isAccelerator(@Nullable KeyCombination keys) {
        return keys instanceof KeyCodeCombination k && (k.getCode().isFunctionKey()
                || k.getShortcut() == ModifierValue.DOWN || k.getControl() == ModifierValue.DOWN);
    }

    /// Those of its keys that work everywhere in the window.
    public Stream<KeyCombination> accelerators() {
        return allKeys().filter(Action::isAccelerator);
    }

    private Stream<KeyCombination> allKeys() {
        return Stream.concat(Stream.ofNullable(keys), also.stream());
    }

    public MenuItem menuItem() {
        MenuItem item = new MenuItem();
        item.setId("menu-" + id);
        String suffix = keys == null || isAccelerator(keys) ? "" : "   " + keyText();
        item.textProperty().bind(
                Bindings.createStringBinding(() -> words(suffix, "  (%s)"), title, enabled, whyNot));
        item.setMnemonicParsing(false);
        if (icon != null)
            item.setGraphic(new FontIcon(icon));
        if (isAccelerator(keys))
            item.setAccelerator(keys);
        item.disableProperty().bind(enabled.map(e -> !e));
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
        button.disableProperty().bind(enabled.map(e -> !e));
        button.setOnAction(_ -> fire());
        StackPane holder = new StackPane(button);
        LazyTip.install(holder, this::tip);
        return holder;
    }

    /// `Save (Ctrl+S)`, and below it why not now.
    public String tip() {
        return words(keys == null ? "" : " (" + keyText() + ")", "\nNot now: %s");
    }

    /// The title, and behind it why the action cannot act while it cannot.
    private String words(String suffix, String reason) {
        return title.getValue() + suffix
                + (enabled.getValue() || whyNot.getValue().isEmpty() ? "" : reason.formatted(whyNot.getValue()));
    }
}
