package org.lamina.ui.inspector;

import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.BlockEditor;
import org.lamina.graph.NodeId;

/// What can be done with a block as a whole.
final class UsePart extends FlowPane {

    UsePart(BlockEditor blocks, NodeId block) {
        super(6, 6);
        Button open = button("open-block", "Open", Feather.LOG_IN, () -> blocks.open(block));
        Button detach = button("detach-block", "Make unique", Feather.COPY, () -> blocks.detach(block));
        detach.setDisable(blocks.definition(block).map(d -> blocks.uses(d) < 2).orElse(true));
        Button keep = button("keep-block", "Save to palette", Feather.SAVE, () -> blocks.keep(block));
        getChildren().addAll(open, detach, keep);
    }

    private static Button button(String id, String title, Feather icon, Runnable action) {
        Button button = new Button(title, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
