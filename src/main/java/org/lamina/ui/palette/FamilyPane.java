package org.lamina.ui.palette;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.spec.Family;

/// The layers of one family under a heading that opens and closes them.
final class FamilyPane extends VBox {

    private final Family family;
    private final List<PaletteEntry> entries;
    private final BiConsumer<Family, Boolean> changed;
    private final Button heading = new Button();
    private final VBox members = new VBox();
    private boolean open;

    /// @param changed hears of every opening and closing
    FamilyPane(Family family, List<PaletteEntry> entries, boolean open, BiConsumer<Family, Boolean> changed) {
        this.family = family;
        this.entries = entries;
        this.changed = changed;
        heading.setId("family-" + family.name().toLowerCase(Locale.ROOT));
        heading.getStyleClass().setAll("palette-heading");
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.setOnAction(_ -> toggle());
        members.getStyleClass().add("palette-entries");
        members.getChildren().setAll(entries);
        members.managedProperty().bind(members.visibleProperty());
        getChildren().addAll(heading, members);
        show(open);
    }

    List<PaletteEntry> entries() {
        return entries;
    }

    /// The heading, and the entries while they are in sight.
    Stream<Node> stops() {
        return Stream.concat(Stream.of(heading), open ? entries.stream() : Stream.empty());
    }

    private void toggle() {
        show(!open);
        changed.accept(family, open);
    }

    private void show(boolean now) {
        open = now;
        members.setVisible(open);
        heading.setText(open ? family.title() : family.title() + " (" + entries.size() + ")");
        heading.setGraphic(new FontIcon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        heading.setAccessibleText((open ? "Close " : "Open ") + family.title());
    }
}
