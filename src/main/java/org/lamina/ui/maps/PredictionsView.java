package org.lamina.ui.maps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Answers;
import org.lamina.app.Found;
import org.lamina.app.Looking;
import org.lamina.app.Numbers;
import org.lamina.app.Prediction;
import org.lamina.app.Samples;
import org.lamina.app.Wish;
import org.lamina.study.Picture;
import org.lamina.study.Response;
import org.lamina.ui.EmptyPane;
import org.lamina.ui.LiveBar;
import org.lamina.ui.LivePanel;
import org.lamina.ui.Scroll;
import org.lamina.ui.Sight;
import org.lamina.ui.take.Takeaway;

/// What the network says to some validation samples.
public final class PredictionsView extends BorderPane implements LivePanel, Takeaway {

    private static final int PAGE = 24;

    /// Cards that are drawn at once; the next ones follow a pulse later.
    private static final int TOGETHER = 2;

    private static final long NANOS_BETWEEN = 400_000_000;

    private final Looking looking;
    private final Samples samples;
    private final FlowPane cards = new FlowPane(8, 8);
    private final List<PredictionCard> shownCards = Stream.generate(PredictionCard::new).limit(PAGE).toList();
    private final PredictionCard person = new PredictionCard();
    private final Label title = new Label();
    private final Label advice = new Label();
    private final Button all = new Button("Show all classes");
    private List<Integer> chosen = List.of();
    private String chosenTitle = "";
    private int page;
    private final @Nullable Prediction[] onCards = new Prediction[PAGE];
    private List<Prediction> drawn = List.of();
    private long drawnAt;

    public PredictionsView(Looking looking, Samples samples, OwnPictures own) {
        this.looking = looking;
        this.samples = samples;
        setId("predictions");
        getStyleClass().add("live-panel");
        cards.setStyle("-fx-padding: 4 12 12 12;");
        cards.getChildren().setAll(shownCards);
        cards.getChildren().addFirst(person);
        Scroll scroll = new Scroll(cards);
        scroll.setFitToWidth(true);
        setTop(bar());
        own.accept(this);
        setCenter(new StackPane(scroll, EmptyPane.saying(advice)));
        samples.knownProperty().subscribe(_ -> show(List.of(), ""));
    }

    /// Shows only these samples; with an empty list all of them.
    public void show(List<Integer> only, String because) {
        chosen = only;
        chosenTitle = because;
        page = 0;
        all.setVisible(!only.isEmpty());
        tell();
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Wish wish() {
        Wish wish = Wish.predictions(shown());
        Picture.Own own = samples.ownProperty().get();
        return own == null ? wish : wish.and(Wish.answers(Set.of(new Response(own))));
    }

    @Override
    public long refresh(long nanos) {
        drawOwn();
        List<Prediction> now = looking.predictionsProperty().get();
        advice.setText(now.isEmpty()
                ? samples.untilAnswered(
                        "Press Train (F5): sample pictures appear here with what the network says they are.")
                : "");
        int[] stale = stale();
        if (now != drawn && stale.length == 0 && nanos - drawnAt >= NANOS_BETWEEN) {
            begin(now, nanos);
            stale = stale();
        }
        Arrays.stream(stale).limit(TOGETHER).forEach(this::draw);
        if (stale.length > TOGETHER)
            return 0;
        return now == drawn ? CONTENT : NANOS_BETWEEN - (nanos - drawnAt);
    }

    private void begin(List<Prediction> now, long nanos) {
        drawn = now;
        drawnAt = nanos;
        for (int i = 0; i < PAGE; i++)
            shownCards.get(i).setVisible(isKnown(i));
        tell();
    }

    @Override
    public String subject() {
        return "Predictions";
    }

    @Override
    public Node pictured() {
        return cards;
    }

    /// Probabilities of a classifier, else the values that it answers.
    @Override
    public Numbers numbers() {
        List<Prediction> shown = drawn.stream().filter(p -> p.sample() < samples.known().count()).toList();
        if (shown.isEmpty())
            return Numbers.NONE;
        boolean classes = samples.known().answers() == Answers.CLASSES;
        List<String> columns = new ArrayList<>(
                classes ? List.of("sample", "true", "answer") : List.of("sample", "true"));
        IntStream.range(0, shown.getFirst().output().values().length).mapToObj(
                i -> classes ? "probability 0-1 of " + samples.known().label(i) : "answer " + (i + 1))
                .forEach(columns::add);
        return Numbers.of(columns, shown.stream().map(p -> row(p, classes)).toList());
    }

    private List<Object> row(Prediction of, boolean classes) {
        List<Object> row = new ArrayList<>(List.of(of.sample() + 1, samples.known().truthOf(of.sample())));
        if (classes)
            row.add(samples.known().label(of.answer()));
        for (float value : of.output().values())
            row.add(value);
        return row;
    }

    /// A card before all others for a person's own picture.
    private void drawOwn() {
        Picture.Own own = samples.ownProperty().get();
        Found found = own == null ? null : looking.found(new Response(own));
        person.setVisible(own != null);
        if (own != null && found != null && found.finding() instanceof Response.Found given)
            person.showOwn(new Prediction(-1, own.values(), -1, given.output()), samples.known());
    }

    /// Cards in sight that show something else than they should.
    private int[] stale() {
        return IntStream.range(0, PAGE)
                .filter(i -> isKnown(i) && drawn.get(i) != onCards[i] && Sight.isSeen(shownCards.get(i))).toArray();
    }

    /// Cards stay and show something else, for new ones would have to be styled again.
    private void draw(int card) {
        onCards[card] = drawn.get(card);
        shownCards.get(card).show(drawn.get(card), samples.known());
    }

    /// Whether there is such an answer and its picture is among the data as they are now.
    private boolean isKnown(int answer) {
        return answer < drawn.size() && drawn.get(answer).sample() < samples.known().count();
    }

    /// The samples of the page; of all samples every page shows some from everywhere.
    private List<Integer> shown() {
        int count = chosen.isEmpty() ? samples.known().count() : chosen.size();
        int pages = pages();
        return IntStream.range(0, PAGE).map(i -> chosen.isEmpty() ? i * pages + page : page * PAGE + i)
                .filter(i -> i < count).mapToObj(i -> chosen.isEmpty() ? Integer.valueOf(i) : chosen.get(i)).toList();
    }

    private int pages() {
        int count = chosen.isEmpty() ? samples.known().count() : chosen.size();
        return Math.max(1, (count + PAGE - 1) / PAGE);
    }

    private void turn(int by) {
        page = Math.floorMod(page + by, pages());
        tell();
    }

    private void tell() {
        long wrong = drawn.stream().filter(p -> !p.isRight()).count();
        boolean made = samples.known().answers() == Answers.VERDICTS;
        String count = !chosen.isEmpty() ? chosenTitle : made ? "Generated samples" : "Validation samples";
        String verdict = samples.known().answers() == Answers.CLASSES && !drawn.isEmpty()
                ? ". Of these %d, %d wrong".formatted(drawn.size(), wrong)
                : "";
        title.setText(count + verdict + (pages() > 1 ? ". Page %,d of %,d".formatted(page + 1, pages()) : ""));
    }

    private Node bar() {
        title.setId("predictions-title");
        all.setId("predictions-all");
        all.setVisible(false);
        all.managedProperty().bind(all.visibleProperty());
        all.setOnAction(_ -> show(List.of(), ""));
        Button before = new Button("Previous");
        before.setId("predictions-previous");
        before.setOnAction(_ -> turn(-1));
        Button more = new Button("Next");
        more.setId("predictions-next");
        more.setOnAction(_ -> turn(1));
        before.disableProperty().bind(samples.knownProperty().map(k -> k.count() == 0));
        more.disableProperty().bind(before.disableProperty());
        return new LiveBar(title, all, before, more);
    }
}
