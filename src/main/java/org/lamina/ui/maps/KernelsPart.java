package org.lamina.ui.maps;

import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Capture;
import org.lamina.app.Looking;
import org.lamina.app.colour.Kernels;
import org.lamina.app.colour.Scale;
import org.lamina.tensor.Shape;
import org.lamina.ui.Picker;
import org.lamina.ui.Wording;

/// The kernels of a layer, or its weights as one picture; a choice beside them says which part of each kernel is seen.
/// Both are away where a layer has none.
final class KernelsPart {

    private final Looking looking;
    private final UnitsPane units = new UnitsPane("maps-kernels");
    private final Picker<Kernels.View> slice = new Picker<>();

    /// @param opened hears of a kernel that is clicked
    KernelsPart(Looking looking, IntConsumer opened) {
        this.looking = looking;
        units.onOpen(opened);
        units.setPrefWidth(150);
        slice.setId("maps-slice");
        slice.setAccessibleText("What is shown of each kernel");
        slice.setConverter(new Wording<>(Kernels.View::title));
        away(units, true);
        away(slice, true);
    }

    UnitsPane units() {
        return units;
    }

    /// Chooses which part of each kernel is seen.
    Node slice() {
        return slice;
    }

    /// The part of each kernel that is seen; a text where there is no choice.
    Object shown() {
        return slice.getValue() == null ? "" : slice.getValue();
    }

    /// @param picture the shape that weights on flattened pictures are laid out in
    /// @param chosen the kernel that is framed
    void show(@Nullable Capture weights, @Nullable Shape picture, int chosen) {
        away(units, weights == null);
        away(slice, weights == null || slice.getItems().size() < 2);
        if (weights == null)
            return;
        Kernels kernels = Kernels.of(weights.values(), picture);
        if (!slice.getItems().equals(kernels.views())) {
            slice.getItems().setAll(kernels.views());
            slice.getSelectionModel().selectFirst();
        }
        Kernels.View view = slice.getValue();
        IntFunction<Scale> scales = kernels.scales(view, looking.colouring());
        String size = "%d×%d".formatted(kernels.height(), kernels.width());
        units.show(kernels.filters() == 1 ? "Weights: " + size
                : "Kernels: %d of %s".formatted(kernels.filters(), size), kernels.units(view),
                kernels.paint(view, scales), scales.apply(Math.min(chosen, kernels.filters() - 1)));
        units.choose(kernels.filters() > 1 ? chosen : -1);
    }

    private static void away(Node node, boolean is) {
        node.setVisible(!is);
        node.setManaged(!is);
    }
}
