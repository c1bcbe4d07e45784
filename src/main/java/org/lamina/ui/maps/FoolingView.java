package org.lamina.ui.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Found;
import org.lamina.app.LastFound;
import org.lamina.app.Looking;
import org.lamina.app.Numbers;
import org.lamina.app.Samples;
import org.lamina.app.Wish;
import org.lamina.app.colour.Mosaic;
import org.lamina.app.colour.Picture;
import org.lamina.app.colour.Scale;
import org.lamina.app.colour.Units;
import org.lamina.study.Finding;
import org.lamina.study.Fooling;
import org.lamina.study.Fooling.Attack;
import org.lamina.study.Picture.Validation;
import org.lamina.study.Response;
import org.lamina.study.Robustness;
import org.lamina.tensor.Tensor;
import org.lamina.ui.EmptyPane;
import org.lamina.ui.LazyTip;
import org.lamina.ui.LiveBar;
import org.lamina.ui.LivePanel;
import org.lamina.ui.Picker;
import org.lamina.ui.Scroll;
import org.lamina.ui.take.Takeaway;

/// How little a picture must change until the network answers wrongly; and how the accuracy falls where all pictures are
/// changed.
public final class FoolingView extends BorderPane implements LivePanel, Takeaway {

    private static final int PICTURES = 500;
    private static final double SIDE = 112;

    private final Looking looking;
    private final Samples samples;
    private final Picker<Attack> attack = new Picker<>();
    private final Slider epsilon = new Slider(0, 0.3, 0.1);
    private final Label epsilonWords = new Label();
    private final Pixels before = new Pixels();
    private final Pixels change = new Pixels();
    private final Pixels after = new Pixels();
    private final Legend legend = new Legend(SIDE);
    private final Label beforeWords = words("fooling-before");
    private final Label afterWords = words("fooling-after");
    private final Button measure = new Button("Measure accuracy");
    private final Label curveWords = words("fooling-words");
    private final AccuracyCurve curve = new AccuracyCurve();
    private final Label advice = new Label();
    private final LastFound last;
    private final Node content = content();
    private final Scroll scroll = new Scroll(content);
    private @Nullable Robustness asked;
    private List<Object> drawn = List.of();

    public FoolingView(Looking looking, Samples samples, OwnPictures own) {
        this.looking = looking;
        last = new LastFound(looking);
        this.samples = samples;
        setId("fooling");
        getStyleClass().add("live-panel");
        scroll.setFitToHeight(true);
        setTop(bar(own));
        setCenter(new StackPane(scroll, EmptyPane.saying(advice)));
        own.accept(this);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Wish wish() {
        Wish wish = Wish.answers(Set.of(response()));
        Fooling fooling = fooling();
        if (fooling != null)
            wish = wish.and(Wish.answers(Set.of(fooling)));
        return asked == null ? wish : wish.and(Wish.answers(Set.of(asked)));
    }

    @Override
    public long refresh(long nanos) {
        Fooling fooling = fooling();
        Found found = last.of(fooling == null ? response() : fooling);
        advice.setText(found == null
                ? samples.untilAnswered("Press Train (F5), or step one batch (F7): how little a picture must change "
                        + "until the network answers wrongly is shown here.")
                : found.message() == null ? "" : found.message());
        scroll.setVisible(advice.getText().isEmpty());
        if (found != null && found.finding() instanceof Fooling.Found given)
            draw(given);
        drawCurve();
        return CONTENT;
    }

    @Override
    public String subject() {
        return "Fooling by " + attack.getValue();
    }

    @Override
    public Node pictured() {
        return content;
    }

    /// The picture and what it became, the probabilities of both, and the accuracy where it was measured.
    @Override
    public Numbers numbers() {
        Fooling fooling = fooling();
        if (fooling == null || !(finding(fooling) instanceof Fooling.Found given))
            return Numbers.NONE;
        List<Numbers> parts = new ArrayList<>(List.of(Numbers.grid("Picture", given.picture()),
                Numbers.grid("Together", given.fooled())));
        for (int i = 0; i < given.before().values().length; i++) {
            parts.add(Numbers.named("Probability 0-1 before", samples.known().label(i), given.before().values()[i]));
            parts.add(Numbers.named("Probability 0-1 after", samples.known().label(i), given.after().values()[i]));
        }
        if (asked != null && finding(asked) instanceof Robustness.Found measured)
            for (int i = 0; i < measured.accuracy().size(); i++)
                parts.add(Numbers.named("Accuracy 0-1", "epsilon " + Robustness.EPSILONS.get(i),
                        measured.accuracy().get(i)));
        return Numbers.joined(parts);
    }

    private Response response() {
        return new Response(samples.picture());
    }

    /// The class to leave is the true one, of a person's own picture the answered one.
    private @Nullable Fooling fooling() {
        Response.Found now = finding(response()) instanceof Response.Found given ? given : null;
        if (now == null)
            return null;
        int truth = samples.picture() instanceof Validation(int index) && samples.known().classes()
                ? Math.round(samples.known().truth().get(index))
                : best(now.output());
        return new Fooling(samples.picture(), truth, attack.getValue(), (float) epsilon.getValue());
    }

    private @Nullable Finding finding(org.lamina.study.Question question) {
        Found found = looking.found(question);
        return found == null ? null : found.finding();
    }

    private void draw(Fooling.Found given) {
        List<Object> now = List.of(given, samples.known(), looking.gammaProperty().get());
        if (now.equals(drawn))
            return;
        drawn = now;
        before.draw(Picture.channelsFirst(given.picture()));
        after.draw(Picture.channelsFirst(given.fooled()));
        Units difference = ExplainerColumn.flat(difference(given));
        Scale scale = looking.toned(difference.scale());
        change.draw(Mosaic.single(difference), difference.paint(_ -> scale));
        legend.show(scale);
        List.of(before, change, after).forEach(p -> p.fit(SIDE, SIDE));
        beforeWords.setText(words(given.before()));
        afterWords.setText(words(given.after()));
    }

    private static Tensor difference(Fooling.Found given) {
        float[] difference = given.fooled().values().clone();
        for (int i = 0; i < difference.length; i++)
            difference[i] -= given.picture().values()[i];
        return new Tensor(given.picture().sizes(), difference);
    }

    private String words(Tensor shares) {
        int answer = best(shares);
        return "%s  %.1f %%".formatted(samples.known().label(answer), 100 * shares.values()[answer]);
    }

    private static int best(Tensor shares) {
        int best = 0;
        for (int i = 1; i < shares.values().length; i++)
            if (shares.values()[i] > shares.values()[best])
                best = i;
        return best;
    }

    private void drawCurve() {
        Robustness now = asked;
        Found found = now == null ? null : looking.found(now);
        if (now == null)
            return;
        if (found != null && found.finding() instanceof Robustness.Found given) {
            curve.show(given.accuracy());
            curveWords.setText(found.done()
                    ? "Accuracy on %,d pictures after %s".formatted(given.pictures(), now.attack())
                    : "%d of %d points".formatted(given.accuracy().size(), Robustness.EPSILONS.size()));
        } else
            curveWords.setText(found != null && found.message() != null ? found.message() : "Measuring…");
    }

    private Node bar(OwnPictures own) {
        attack.setId("fooling-attack");
        attack.setAccessibleText("How the change is found");
        attack.getItems().setAll(Attack.values());
        attack.setValue(Attack.FGSM);
        LazyTip.install(attack,
                () -> "FGSM: one step along the sign of the gradient of the loss (Goodfellow, Shlens and "
                        + "Szegedy, 2014). PGD: ten smaller ones, each kept within epsilon (Madry et al., 2017).");
        epsilon.setId("fooling-epsilon");
        epsilon.setAccessibleText("Epsilon: the most that a pixel may change");
        epsilon.setBlockIncrement(0.01);
        epsilonWords.setMinWidth(Region.USE_PREF_SIZE);
        epsilon.valueProperty()
                .subscribe(v -> epsilonWords.setText(String.format(Locale.ROOT, "Epsilon %.3f", v.doubleValue())));
        LazyTip.install(epsilon, () -> "The most that a pixel may change; pixels lie from 0 to 1");
        measure.setId("fooling-measure");
        measure.setOnAction(
                _ -> asked = new Robustness(attack.getValue(), PICTURES, asked == null ? 0 : asked.time() + 1));
        LazyTip.install(measure,
                () -> "Changes up to 500 validation pictures by this attack with larger and larger epsilon");
        return new LiveBar(attack, epsilonWords, epsilon, measure, new SampleBar(samples, own));
    }

    private Node content() {
        HBox content = new HBox(part("Picture", before, beforeWords), part("Change, magnified", change, legend),
                part("Together", after, afterWords), new VBox(6, curveWords, curve));
        content.getStyleClass().add("maps-content");
        return content;
    }

    private static Node part(String name, Pixels pixels, Node below) {
        Label title = new Label(name);
        title.getStyleClass().add("part-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        VBox part = new VBox(title, pixels, below);
        part.setMinWidth(SIDE);
        part.getStyleClass().add("map-part");
        return part;
    }

    private static Label words(String id) {
        Label words = new Label();
        words.setId(id);
        words.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return words;
    }
}
