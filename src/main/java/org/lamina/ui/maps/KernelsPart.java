package org.lamina.ui.maps;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Looking;
import org.lamina.app.Weights;
import org.lamina.app.colour.Colouring;
import org.lamina.app.colour.Kernels;
import org.lamina.tensor.Shape;
import org.lamina.ui.Picker;
import org.lamina.ui.Wording;

/// The kernels of a layer, or its weights as one picture; a choice beside them says which part of each kernel is seen.
/// Both are away where a layer has none.
final class KernelsPart {

    private final Looking looking;
    private final UnitsPane units;
    private final Picker<Kernels.View> slice = new Picker<>();

    /// @param opened hears of a kernel that is clicked
    /// @param background draws many of them
    KernelsPart(Looking looking, IntConsumer opened, Executor background) {
        this.looking = looking;
        units = new UnitsPane("maps-kernels", background);
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
    void show(@Nullable Weights weights, @Nullable Shape picture, int chosen) {
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
        Colouring colouring = looking.colouring();
        units.show(title(kernels, weights.count()), List.of(weights, view, colouring), kernels.values().length,
                () -> kernels.bank(view, colouring));
        units.choose(kernels.filters() > 1 ? chosen : -1);
    }

    /// @param count kernels, or rows of weights, that the layer has
    private static String title(Kernels kernels, int count) {
        if (kernels.filters() == 1 && count > kernels.height())
            return "Weights: first %,d of %,d×%,d".formatted(kernels.height(), count, kernels.width());
        if (kernels.filters() == 1)
            return "Weights: %,d×%,d".formatted(kernels.height(), kernels.width());
        return "Kernels: %s%,d of %d×%d".formatted(
                kernels.filters() < count ? "first %,d of ".formatted(kernels.filters()) : "",
                count, kernels.height(), kernels.width());
    }

    private static void away(Node node, boolean is) {
        node.setVisible(!is);
        node.setManaged(!is);
    }
}
