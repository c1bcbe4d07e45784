package org.lamina.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Skin;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pane below the canvas. A tab is made when it is first looked at, so that the window starts fast; the others follow
/// one by one while nothing trains, so that none of them stops the window later.
final class Drawer extends TabPane implements LivePanel {

    private static final long NANOS_BETWEEN = 125_000_000;
    /// What a title with its icon takes in the mean; where there is less, only the title of the chosen tab is written.
    private static final double TITLE = 88;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Map<Tab, Supplier<Node>> open = new LinkedHashMap<>();
    /// All tabs in their order, and whether each is of use to the project.
    private final Map<Tab, ObservableValue<Boolean>> all = new LinkedHashMap<>();
    private final BooleanSupplier calm;
    private long madeAt;
    private @Nullable Region tool;

    /// @param calm whether there is time to make a tab that nobody asked for
    Drawer(BooleanSupplier calm) {
        this.calm = calm;
        setId("drawer");
        getStyleClass().addAll("drawer", "dense");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        setMinHeight(0);
        widthProperty().subscribe(_ -> fit());
        getTabs().addListener((InvalidationListener) _ -> fit());
    }

    private void fit() {
        double room = getWidth() - (tool == null ? 0 : tool.getWidth());
        pseudoClassStateChanged(NARROW, room < TITLE * getTabs().size());
    }

    /// Puts a tool behind the titles.
    void tool(Region behind) {
        tool = behind;
        behind.widthProperty().subscribe(_ -> fit());
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return tool == null ? super.createDefaultSkin() : new DrawerSkin(this, tool);
    }

    /// What the selected tab shows; empty before it is made.
    Optional<Node> shown() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem()).map(Tab::getContent);
    }

    /// Adds a tab whose content is made when it is needed.
    Drawer tab(String id, String title, Ikon icon, Supplier<Node> content) {
        return tab(id, title, icon, content, new ReadOnlyBooleanWrapper(true));
    }

    /// Adds a tab that is there only while it is of use, or selected by its keys.
    Drawer tab(String id, String title, Ikon icon, Supplier<Node> content, ObservableValue<Boolean> useful) {
        Tab tab = new Tab(title);
        tab.setId("tab-" + id);
        FontIcon picture = new FontIcon(icon);
        LazyTip.install(picture, () -> title);
        tab.setGraphic(picture);
        open.put(tab, content);
        tab.selectedProperty().subscribe(selected -> {
            if (selected)
                make(tab);
            else if (!useful.getValue())
                FxDoor.EXECUTOR.execute(() -> hide(tab)); // not while another is being selected by its place
        });
        all.put(tab, useful);
        useful.subscribe(is -> {
            if (is)
                show(tab);
            else
                hide(tab);
        });
        return this;
    }

    /// Told of a double click on the row of titles.
    void setOnTitleDoubleClicked(Runnable listener) {
        setOnMouseClicked(e -> {
            if (e.getClickCount() == 2 && lookup(".tab-header-area").getBoundsInParent().contains(e.getX(), e.getY()))
                listener.run();
        });
    }

    void select(String id) {
        all.keySet().stream().filter(t -> ("tab-" + id).equals(t.getId())).findFirst().ifPresent(tab -> {
            show(tab);
            getSelectionModel().select(tab);
        });
    }

    /// Puts a tab where it belongs.
    private void show(Tab tab) {
        if (getTabs().contains(tab))
            return;
        List<Tab> order = List.copyOf(all.keySet());
        int before = (int) getTabs().stream().filter(t -> order.indexOf(t) < order.indexOf(tab)).count();
        getTabs().add(before, tab);
    }

    /// Takes a tab away that is of no use, unless it is looked at.
    private void hide(Tab tab) {
        ObservableValue<Boolean> useful = all.get(tab);
        if (useful != null && !useful.getValue() && !tab.isSelected())
            getTabs().remove(tab);
    }

    private void make(Tab tab) {
        Supplier<Node> content = open.remove(tab);
        if (content == null)
            return;
        Node made = content.get();
        Entering.slowly(made);
        tab.setContent(made);
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
            make(open.keySet().iterator().next());
            madeAt = nanos;
        }
        return NANOS_BETWEEN;
    }
}
