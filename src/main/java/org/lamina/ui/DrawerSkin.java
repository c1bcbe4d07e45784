package org.lamina.ui;

import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.skin.TabPaneSkin;
import javafx.scene.layout.Region;

/// Tabs with a tool of their own behind the row of titles.
final class DrawerSkin extends TabPaneSkin {

    private final Region tool;

    DrawerSkin(TabPane drawer, Region tool) {
        super(drawer);
        this.tool = tool;
        getChildren().add(tool);
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        super.layoutChildren(x, y, width, height);
        double room = tool.prefWidth(-1);
        for (Node child : getChildren())
            if (child.getStyleClass().contains("tab-header-area")) {
                Region titles = (Region) child;
                titles.resize(width - room, titles.getHeight());
                tool.resizeRelocate(x + width - room, y, room, titles.getHeight());
            }
    }
}
