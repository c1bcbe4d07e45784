package org.lamina.ui.depth;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Found;
import org.lamina.app.Looking;
import org.lamina.app.Numbers;
import org.lamina.app.PastRuns;
import org.lamina.app.Samples;
import org.lamina.app.Wish;
import org.lamina.app.colour.Scale;
import org.lamina.study.Similarity;
import org.lamina.ui.EmptyPane;
import org.lamina.ui.LazyTip;
import org.lamina.ui.Picker;
import org.lamina.ui.Scroll;
import org.lamina.ui.maps.Legend;

/// How alike layers are, of one network or of two runs, as a heat map of linear CKA; a click on a cell says in words what
/// it means.
final class SimilarityView extends BorderPane implements DepthPart {

    private static final int PICTURES = 256;
    private static final Scale SCALE = new Scale(0, 1);

    private static final Other SAME = new Other(null);

    /// What is compared with.
    ///
    /// @param run its folder; null for the network in hand
    private record Other(@Nullable Path run) {
        @Override
        public String toString() {
            return run == null ? "The same network" : PastRuns.title(run);
        }
    }

    private final Looking looking;
    private final Samples samples;
    private final PastRuns past;
    private final Picker<Other> other = new Picker<>();
    private final Legend legend = new Legend(120);
    private final Label words = new Label();
    private final Label advice = new Label();
    private final HeatMap map = new HeatMap(this::explain);
    private @Nullable Found drawn;
    private @Nullable Similarity asked;
    private Similarity.@Nullable Found shown;

    SimilarityView(Looking looking, Samples samples, PastRuns past) {
        this.looking = looking;
        this.samples = samples;
        this.past = past;
        words.setId("similarity-words");
        words.setWrapText(true);
        words.getStyleClass().add("similarity-words");
        Scroll scroll = new Scroll(map);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        setCenter(new StackPane(scroll, EmptyPane.saying(advice)));
        setBottom(words);
        fillOther();
    }

    private void fillOther() {
        other.setId("similarity-other");
        other.setAccessibleText("What the layers are compared with");
        other.getItems().add(SAME);
        other.setValue(SAME);
        past.runs().subscribe(this::list);
        other.setOnShowing(_ -> past.read());
        past.read();
        LazyTip.install(legend,
                () -> "Linear centred kernel alignment on up to 256 validation pictures (Kornblith et al., 2019): 1 where one layer gives the same as the other up to turning, mirroring and scaling, near 0 where they have nothing in common. Maps of more than 65,536 numbers are averaged over an even grid.");
        legend.show(SCALE);
    }

    private void list() {
        Other before = other.getValue();
        other.getItems().setAll(SAME);
        past.runs().forEach(run -> other.getItems().add(new Other(run)));
        other.setValue(other.getItems().contains(before) ? before : SAME);
    }

    @Override
    public String title() {
        return "Similarity";
    }

    @Override
    public List<Node> controls() {
        return List.of(new Label("Compare with"), other, legend);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public String subject() {
        return "Similarity of layers";
    }

    @Override
    public Node pictured() {
        return map;
    }

    @Override
    public Numbers numbers() {
        Similarity.Found now = shown;
        if (now == null || !advice.getText().isEmpty())
            return Numbers.NONE;
        List<String> columns = new ArrayList<>(List.of("CKA"));
        now.columns().forEach(column -> columns.add(column.name()));
        return new Numbers(columns, now.rows().size(), row -> {
            List<Object> cells = new ArrayList<>(List.of(now.rows().get(row).name()));
            Arrays.stream(now.values()[row]).forEach(cells::add);
            return cells;
        });
    }

    private Similarity question() {
        Other with = other.getValue();
        return new Similarity(PICTURES, with == null ? null : with.run());
    }

    @Override
    public Wish wish() {
        return Wish.answers(Set.of(question()));
    }

    @Override
    public long refresh(long nanos) {
        Found found = looking.found(question());
        boolean kept = found == null && question().equals(asked) && shown != null;
        advice.setText(kept || (found != null && found.finding() != null) ? ""
                : found != null && found.message() != null ? found.message()
                        : samples.untilAnswered(
                                "Press Train (F5): how alike the layers are is shown here while the network learns.",
                                "Comparing what the layers give …"));
        if (found == null || found == drawn || !(found.finding() instanceof Similarity.Found now))
            return CONTENT;
        drawn = found;
        asked = question();
        shown = now;
        map.show(now.rows().stream().map(Similarity.Layer::name).toList(),
                now.columns().stream().map(Similarity.Layer::name).toList(), now.values());
        explain(map.cell());
        return CONTENT;
    }

    /// What a cell says; how to read the map where there is none.
    private void explain(HeatMap.@Nullable Cell cell) {
        Similarity.Found now = shown;
        if (now == null)
            return;
        words.setText(cell == null
                ? "Each cell compares two layers. Blocks of light cells are layers that hold much the same; a dark step is where the network changes most. Click on a cell to read what it says."
                : sentence(now, now.rows().get(cell.row()), now.columns().get(cell.column()),
                        now.values()[cell.row()][cell.column()]));
    }

    private String sentence(Similarity.Found now, Similarity.Layer row, Similarity.Layer column, double value) {
        String there = question().other() == null ? "" : " of the other run";
        return "%s (%,d numbers) and %s%s (%,d numbers): %s %s".formatted(row.name(), row.numbers(), column.name(),
                there,
                column.numbers(), Double.isNaN(value) ? "no CKA." : "CKA %.3f.".formatted(value),
                meaning(value, now.pictures()));
    }

    private static String meaning(double value, int pictures) {
        if (Double.isNaN(value))
            return "One of them gives the same for all pictures: it is dead, or not trained.";
        String alike = value > 0.95
                ? "hold nearly the same: whatever lies between hardly changes which pictures are alike"
                : value > 0.7 ? "see much the same pictures as alike"
                        : value > 0.3 ? "agree in part about which pictures are alike"
                                : "have little in common: they sort the pictures quite differently";
        return "On %d pictures the two %s.".formatted(pictures, alike);
    }
}
