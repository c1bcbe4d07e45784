package org.lamina.ui;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pane below the canvas. A tab is built when it is first looked at, so that the window starts fast.
final class Drawer extends TabPane {

    Drawer() {
        setId("drawer");
        getStyleClass().addAll("drawer", "dense");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        setMinHeight(0);
    }

    /// Adds a tab whose content is made when it is needed.
    Drawer tab(String id, String title, Ikon icon, Supplier<Node> content) {
        Tab tab = new Tab(title);
        tab.setId("tab-" + id);
        tab.setGraphic(new FontIcon(icon));
        tab.selectedProperty().subscribe(selected -> {
            if (selected && tab.getContent() == null)
                tab.setContent(content.get());
        });
        getTabs().add(tab);
        return this;
    }

    void select(String id) {
        getTabs().stream().filter(t -> ("tab-" + id).equals(t.getId())).findFirst()
                .ifPresent(getSelectionModel()::select);
    }
}
