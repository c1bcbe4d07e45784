package org.lamina.ui.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Answers;
import org.lamina.app.Confusion;
import org.lamina.app.Looking;
import org.lamina.app.Numbers;
import org.lamina.app.Samples;
import org.lamina.app.Wish;
import org.lamina.ui.EmptyPane;
import org.lamina.ui.LiveBar;
import org.lamina.ui.LivePanel;
import org.lamina.ui.take.Takeaway;

/// Which classes are taken for which, in numbers: the matrix, and what the cell under the pointer says.
public final class ConfusionView extends BorderPane implements LivePanel, Takeaway {

    private static final String UNTRAINED = "Press Train (F5): which class is taken for which is counted here.";
    private static final String COUNTING = "Which class is taken for which is being counted.";

    private final Looking looking;
    private final Samples samples;
    private final BiConsumer<List<Integer>, String> show;
    private final Label words = new Label();
    private final Label advice = new Label();
    private final ConfusionMatrix matrix = new ConfusionMatrix(this::tell, this::open);
    private @Nullable Confusion drawn;

    /// @param show shows samples under a heading
    public ConfusionView(Looking looking, Samples samples, BiConsumer<List<Integer>, String> show) {
        this.looking = looking;
        this.samples = samples;
        this.show = show;
        setId("confusion");
        getStyleClass().add("live-panel");
        words.setId("confusion-words");
        setTop(new LiveBar(words));
        StackPane.setMargin(matrix, new Insets(0, 12, 12, 12));
        setCenter(new StackPane(matrix, EmptyPane.saying(advice)));
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Wish wish() {
        return Wish.CONFUSION;
    }

    @Override
    public long refresh(long nanos) {
        Confusion now = looking.confusionProperty().get();
        Answers answers = samples.known().answers();
        advice.setText(samples.known().count() > 0 && answers != Answers.CLASSES ? answers.whyNoClasses()
                : now != null ? "" : samples.untilAnswered(UNTRAINED, COUNTING));
        if (now == null || now == drawn)
            return CONTENT;
        drawn = now;
        matrix.show(now, samples.known());
        tell(matrix.cell());
        return CONTENT;
    }

    @Override
    public String subject() {
        return "Confusion matrix";
    }

    @Override
    public Node pictured() {
        return matrix;
    }

    /// Samples by true class, then by answered class.
    @Override
    public Numbers numbers() {
        Confusion now = drawn;
        if (now == null || !advice.getText().isEmpty())
            return Numbers.NONE;
        List<String> labels = IntStream.range(0, now.classes()).mapToObj(samples.known()::label).toList();
        List<String> columns = new ArrayList<>(List.of("true class"));
        labels.forEach(label -> columns.add("samples read as " + label));
        return new Numbers(columns, now.classes(), truth -> {
            List<Object> row = new ArrayList<>(List.of(labels.get(truth)));
            IntStream.range(0, now.classes()).forEach(answer -> row.add(now.count(truth, answer)));
            return row;
        });
    }

    /// `3 read as 8: 12 times, 1.2 % of all 3. Click to see them`, or what all cells say.
    private void tell(ConfusionMatrix.@Nullable Cell cell) {
        Confusion now = drawn;
        if (now == null)
            return;
        words.setText(cell == null ? summary(now) : words(now, cell));
        matrix.setAccessibleText(words.getText());
    }

    private String words(Confusion now, ConfusionMatrix.Cell cell) {
        int count = now.count(cell.truth(), cell.answer());
        int all = now.count(cell.truth());
        String share = all == 0 ? ""
                : ", %.1f %% of all %s".formatted(100.0 * count / all, samples.known().label(cell.truth()));
        return "%s: %s%s%s".formatted(what(cell), count == 1 ? "once" : "%,d times".formatted(count), share,
                count == 0 ? "" : ". Click to see them");
    }

    private String what(ConfusionMatrix.Cell cell) {
        return "%s read as %s".formatted(samples.known().label(cell.truth()), samples.known().label(cell.answer()));
    }

    private static String summary(Confusion now) {
        return now.total() == 0 ? ""
                : "%,d of %,d validation samples are right, %.2f %%".formatted(now.right(), now.total(),
                        100.0 * now.right() / now.total());
    }

    private void open(ConfusionMatrix.Cell cell) {
        Confusion now = drawn;
        if (now == null)
            return;
        List<Integer> found = now.samples(cell.truth(), cell.answer());
        if (!found.isEmpty())
            show.accept(found, "%s: %,d".formatted(what(cell), found.size()));
    }
}
