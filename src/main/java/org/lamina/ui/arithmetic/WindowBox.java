package org.lamina.ui.arithmetic;

import java.util.List;
import java.util.function.IntPredicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.lamina.spec.Words;
import org.lamina.spec.Working;
import org.lamina.spec.Working.Part;

/// A window of the input beside its kernel and the products of both, one channel at a time; and the sums of the channels.
final class WindowBox extends VBox {

    private static final int SUMS_IN_A_ROW = 8;

    private final Label title = new Label();
    private final NumberGrid window = new NumberGrid();
    private final NumberGrid kernel = new NumberGrid();
    private final NumberGrid products = new NumberGrid();
    private final NumberGrid sums = new NumberGrid();
    private final Label sumsTitle = new Label("Sum of each channel");
    private final HBox row = new HBox(10);

    WindowBox() {
        super(6);
        title.getStyleClass().add("part-title");
        sumsTitle.getStyleClass().add("part-title");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, row, sumsTitle, sums);
    }

    /// The channel that is shown after some beats.
    static Part part(Working working, int beat) {
        return switch (working) {
            case Working.Sum sum -> sum.parts().get(sum.parts().size() == 1 ? 0
                    : Math.clamp(beat - 1L, 0, sum.parts().size() - 1));
            case Working.Largest largest -> largest.part();
            case Working.Curve _,Working.Share _,Working.Chain _ ->
                throw new IllegalArgumentException("no window: " + working);
        };
    }

    void show(Working working, int beat, Font font, double gamma) {
        Part part = part(working, beat);
        List<Part> parts = working instanceof Working.Sum sum ? sum.parts() : List.of(part);
        boolean several = parts.size() > 1;
        IntPredicate shown = i -> several || i < beat;
        int chosen = working instanceof Working.Largest largest && beat >= part.values().length ? largest.winner()
                : several || beat == 0 || beat > part.values().length ? -1 : beat - 1;
        title.setText(several ? "%s of %d".formatted(Words.sentence(part.title()), parts.size())
                : Words.sentence(part.title()));
        window.show(part.values(), part.columns(), _ -> true, part::isPadding, chosen, font, gamma);
        row.getChildren().setAll(window);
        if (part.weights().length > 0) {
            kernel.show(part.weights(), part.columns(), _ -> true, _ -> false, chosen, font, gamma);
            products.show(products(part), part.columns(), shown, part::isPadding, chosen, font, gamma);
            row.getChildren().setAll(window, sign("×"), kernel, sign("="), products);
        }
        sums(parts, beat, several, font, gamma);
    }

    private void sums(List<Part> parts, int beat, boolean several, Font font, double gamma) {
        for (Node node : List.of(sums, sumsTitle)) {
            node.setVisible(several);
            node.setManaged(several);
        }
        if (!several)
            return;
        float[] each = new float[parts.size()];
        for (int i = 0; i < each.length; i++)
            each[i] = (float) parts.get(i).sum();
        sums.show(each, Math.min(SUMS_IN_A_ROW, each.length), i -> i < beat, _ -> false,
                Math.min(beat, each.length) - 1, font, gamma);
    }

    private static float[] products(Part part) {
        float[] products = new float[part.values().length];
        for (int i = 0; i < products.length; i++)
            products[i] = (float) part.product(i);
        return products;
    }

    private static Label sign(String text) {
        Label sign = new Label(text);
        sign.setMinWidth(USE_PREF_SIZE);
        sign.getStyleClass().add("reckoning-sign");
        return sign;
    }
}
