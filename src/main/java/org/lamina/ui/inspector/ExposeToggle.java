package org.lamina.ui.inspector;

import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.BlockEditor;
import org.lamina.graph.NodeId;
import org.lamina.spec.Param;
import org.lamina.ui.LazyTip;

/// Beside a parameter of a layer inside a block: makes it a parameter of the block.
final class ExposeToggle extends ToggleButton {

    private final BlockEditor blocks;
    private final NodeId node;
    private final Param param;

    ExposeToggle(BlockEditor blocks, NodeId node, Param param) {
        this.blocks = blocks;
        this.node = node;
        this.param = param;
        setId("expose-" + param.name());
        setGraphic(new FontIcon(Feather.SHARE));
        getStyleClass().addAll("small", "flat", "expose");
        setAccessibleText("Make " + param.title() + " a parameter of the block");
        LazyTip.install(this, this::tip);
        setOnAction(_ -> toggle());
        refresh();
    }

    void refresh() {
        setSelected(blocks.opened().flatMap(b -> b.exposing(node, param.name())).isPresent());
    }

    private void toggle() {
        if (isSelected())
            blocks.expose(node, param);
        else
            blocks.unexpose(node, param);
        refresh();
    }

    private String tip() {
        return blocks.opened().flatMap(b -> b.exposing(node, param.name()))
                .map(e -> "Set by “" + e.name() + "” of the block, for each use of it; press to keep it inside")
                .orElse("Make it a parameter of the block, for each use to set");
    }
}
