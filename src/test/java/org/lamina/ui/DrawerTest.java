package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class DrawerTest {

    private final BooleanProperty useful = new SimpleBooleanProperty();
    private final Drawer drawer = FxDriver.call(() -> new Drawer(() -> false)
            .tab("first", "First", Feather.GRID, Label::new)
            .tab("special", "Special", Feather.GRID, Label::new, useful)
            .tab("last", "Last", Feather.GRID, Label::new));

    private List<String> tabs() {
        return FxDriver.call(() -> drawer.getTabs().stream().map(Tab::getText).toList());
    }

    @Test
    void tabIsThereInItsPlaceWhileItIsOfUse() {
        assertThat(tabs()).containsExactly("First", "Last");
        FxDriver.run(() -> useful.set(true));
        assertThat(tabs()).containsExactly("First", "Special", "Last");
        FxDriver.run(() -> useful.set(false));
        assertThat(tabs()).containsExactly("First", "Last");
    }

    @Test
    void keysLeadToAnyTabAndItGoesWhenItIsLeft() {
        FxDriver.run(() -> drawer.select("special"));
        assertThat(tabs()).containsExactly("First", "Special", "Last");
        FxDriver.run(() -> drawer.select("last"));
        assertThat(tabs()).containsExactly("First", "Last");
    }
}
