package org.lamina.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pane below the canvas. A tab is made when it is first looked at, so that the window starts fast; the others follow
/// one by one while nothing trains, so that none of them stops the window later.
final class Drawer extends TabPane implements LivePanel {

    private static final long NANOS_BETWEEN = 250_000_000;

    private final Map<Tab, Supplier<Node>> open = new LinkedHashMap<>();
    private final BooleanSupplier calm;
    private long madeAt;

    /// @param calm whether there is time to make a tab that nobody asked for
    Drawer(BooleanSupplier calm) {
        this.calm = calm;
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
        open.put(tab, content);
        tab.selectedProperty().subscribe(selected -> {
            if (selected)
                make(tab);
        });
        getTabs().add(tab);
        return this;
    }

    void select(String id) {
        getTabs().stream().filter(t -> ("tab-" + id).equals(t.getId())).findFirst()
                .ifPresent(getSelectionModel()::select);
    }

    private void make(Tab tab) {
        Supplier<Node> content = open.remove(tab);
        if (content != null)
            tab.setContent(content.get());
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public long refresh(long nanos) {
        if (open.isEmpty() || !calm.getAsBoolean())
            return CONTENT;
        if (nanos - madeAt >= NANOS_BETWEEN) {
            Tab next = open.keySet().iterator().next();
            make(next);
            next.getContent().applyCss();
            madeAt = nanos;
        }
        return NANOS_BETWEEN;
    }
}
