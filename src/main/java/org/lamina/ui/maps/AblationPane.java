package org.lamina.ui.maps;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Confusion;
import org.lamina.app.Found;
import org.lamina.app.Looking;
import org.lamina.app.Samples;
import org.lamina.study.Ablation;
import org.lamina.study.Unit;

/// What becomes of the answers while units are switched off: accuracy before and after, and which classes are taken for
/// which then. In sight only while some are off.
final class AblationPane extends VBox {

    private static final double WIDTH = 250;

    private final Looking looking;
    private final Samples samples;
    private final Function<Unit, String> label;
    private final Label units = new Label();
    private final Label words = new Label();
    private final ConfusionMatrix matrix = new ConfusionMatrix(_ -> {}, _ -> {});
    private @Nullable Found drawn;

    AblationPane(Looking looking, Samples samples, Function<Unit, String> label) {
        this.looking = looking;
        this.samples = samples;
        this.label = label;
        setId("ablation");
        getStyleClass().add("map-part");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        units.getStyleClass().add("part-title");
        units.setWrapText(true);
        units.setMinHeight(USE_PREF_SIZE);
        words.setId("ablation-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        Button on = new Button("Switch all on");
        on.setId("ablation-clear");
        on.setOnAction(_ -> looking.off().clear());
        matrix.setId("ablation-matrix");
        matrix.setMinHeight(60);
        setVgrow(matrix, Priority.ALWAYS);
        getChildren().addAll(units, words, matrix, on);
        managedProperty().bind(visibleProperty());
        looking.off().unitsProperty().subscribe(_ -> Platform.requestNextPulse());
    }

    void refresh() {
        Set<Unit> off = looking.off().units();
        setVisible(!off.isEmpty());
        units.setText("Off: " + off.stream().map(label).sorted().collect(Collectors.joining(", ")));
        Found found = looking.off().question().map(looking::found).orElse(null);
        if (found == drawn)
            return;
        drawn = found;
        if (found != null && found.finding() instanceof Ablation.Found answers)
            show(answers);
        else
            words.setText(found == null || found.message() == null ? "Asking …" : found.message());
        matrix.setVisible(found != null && found.finding() != null);
    }

    private void show(Ablation.Found answers) {
        int classes = samples.known().labels().size();
        Confusion whole = Confusion.of(classes, answers.truth(), answers.whole());
        Confusion without = Confusion.of(classes, answers.truth(), answers.without());
        words.setText("Accuracy %.1f %% → %.1f %% on %,d validation samples".formatted(
                100.0 * whole.right() / whole.total(), 100.0 * without.right() / without.total(), whole.total()));
        matrix.show(without, samples.known());
    }
}
