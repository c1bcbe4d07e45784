package org.lamina.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.lamina.graph.BlockInput;
import org.lamina.graph.BlockOutput;
import org.lamina.graph.Use;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Layer;

/// What can be added to what is open: all layers, the blocks of the project and of the palette, and inside of a block
/// its ports.
final class Offer {

    private final Document document;
    private final Scope drawing;
    private final BlockShelf shelf;
    private final ObservableList<Layer> layers = FXCollections.observableArrayList();

    Offer(Document document, Scope drawing, BlockShelf shelf) {
        this.document = document;
        this.drawing = drawing;
        this.shelf = shelf;
        drawing.wayProperty().addListener((_, _, _) -> refresh());
        document.committedProperty().addListener((_, before, now) -> {
            if (before.graph() != now.graph())
                refresh();
        });
        shelf.blocks().addListener((ListChangeListener<Use>) _ -> refresh());
        refresh();
    }

    ObservableList<Layer> layers() {
        return FXCollections.unmodifiableObservableList(layers);
    }

    private void refresh() {
        List<Layer> now = new ArrayList<>(Catalogue.layers().entries());
        if (drawing.isInside())
            now.addAll(List.of(new BlockInput(), new BlockOutput()));
        Set<Layer> blocks = new LinkedHashSet<>(shelf.blocks());
        document.project().graph().definitions().values().forEach(d -> blocks.add(new Use(d)));
        now.addAll(blocks);
        if (!now.equals(layers))
            layers.setAll(now);
    }
}
