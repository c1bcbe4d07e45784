package org.lamina.app;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.lamina.data.DataInfo;
import org.lamina.data.Lexicon;
import org.lamina.data.Target;
import org.lamina.engine.Event;
import org.lamina.project.Task;
import org.lamina.study.Picture;
import org.lamina.tensor.Shape;

/// The validation samples and the one that is looked at.
public final class Samples implements EngineListener {

    /// What the samples are.
    ///
    /// @param labels names of the classes, or of the values to predict
    /// @param classes whether each sample belongs to a class
    /// @param truth per sample its class's index, its first value, or the token that follows it
    public record Known(List<String> labels, boolean classes, Answers answers, List<Float> truth) {
        public static final Known NOTHING = new Known(List.of(), false, Answers.VALUES, List.of());

        public int count() {
            return truth.size();
        }

        /// The true class or value of a sample, in words.
        public String truthOf(int sample) {
            return classes || answers == Answers.TOKENS ? label(Math.round(truth.get(sample)))
                    : "%.3g".formatted(truth.get(sample));
        }

        /// The last tokens of a sample as text.
        public String text(float[] tokens, int most) {
            int[] last = IntStream.range(Math.max(0, tokens.length - most), tokens.length)
                    .map(i -> Math.round(tokens[i])).toArray();
            return new Lexicon(labels).text(last).replace("\n", "⏎");
        }

        public String label(int index) {
            return index < labels.size() ? labels.get(index) : String.valueOf(index);
        }
    }

    private final ReadOnlyObjectWrapper<Known> known = new ReadOnlyObjectWrapper<>(Known.NOTHING);
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<@Nullable Integer> only = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Picture.@Nullable Own> own = new ReadOnlyObjectWrapper<>();
    private final RandomGenerator random;
    private @Nullable Shape input;

    public Samples(EngineLink link, RandomGenerator random) {
        this.random = random;
        link.connect(this);
        only.addListener((_, _, _) -> move(0));
    }

    public ReadOnlyObjectProperty<Known> knownProperty() {
        return known.getReadOnlyProperty();
    }

    public Known known() {
        return known.get();
    }

    /// What to say where the network has not answered yet.
    ///
    /// @param train how to come to a network that can answer
    public String untilAnswered(String train) {
        return untilAnswered(train, "Asking the network …");
    }

    /// @param meanwhile what is done for the first answer
    public String untilAnswered(String train, String meanwhile) {
        return known().count() == 0 ? train : meanwhile;
    }

    /// Index of the sample looked at.
    public ReadOnlyIntegerProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    public int current() {
        return current.get();
    }

    /// What is looked at.
    public Picture picture() {
        Picture.Own person = own.get();
        return person == null ? new Picture.Validation(current()) : person;
    }

    /// A person's own picture that is looked at; null while it is a sample.
    public ReadOnlyObjectProperty<Picture.@Nullable Own> ownProperty() {
        return own.getReadOnlyProperty();
    }

    /// Looks at a person's own picture until a sample is chosen.
    public void look(Picture.Own picture) {
        own.set(picture);
    }

    /// Looks at the sample again.
    public void leaveOwn() {
        own.set(null);
    }

    /// What the network takes; null before anything is known of the data.
    public @Nullable Shape input() {
        return input;
    }

    /// The class to choose from; null for all.
    public ObjectProperty<@Nullable Integer> onlyProperty() {
        return only;
    }

    public void choose(int sample) {
        leaveOwn();
        current.set(Math.clamp(sample, 0, Math.max(0, known().count() - 1)));
    }

    /// Goes so many samples on among those to choose from, around the end; with 0 to the nearest at or after the present.
    public void move(int by) {
        int[] open = open();
        if (open.length == 0)
            return;
        int at = 0;
        while (at < open.length && open[at] < current())
            at++;
        boolean between = at == open.length || open[at] != current();
        choose(open[Math.floorMod(at + (between && by > 0 ? by - 1 : by), open.length)]);
    }

    public void chooseAny() {
        int[] open = open();
        if (open.length > 0)
            choose(open[random.nextInt(open.length)]);
    }

    private int[] open() {
        Integer wanted = only.get();
        List<Float> truth = known().truth();
        return IntStream.range(0, truth.size()).filter(i -> wanted == null || Math.round(truth.get(i)) == wanted)
                .toArray();
    }

    @Override
    public void event(Event event) {
        switch (event) {
            case Event.Started started -> show(started.data(), started.task(), started.validation());
            case Event.Loaded loaded -> show(loaded.data(), loaded.task(), loaded.validation());
            default -> {
            }
        }
    }

    private void show(DataInfo data, Task task, float[] validation) {
        boolean classes = data.target() instanceof Target.Classes;
        if (!data.input().equals(input))
            leaveOwn();
        input = data.input();
        List<Float> truth = IntStream.range(0, validation.length).mapToObj(i -> validation[i]).toList();
        Known next = new Known(data.target().names(), classes, Answers.of(task), truth);
        if (next.equals(known.get()))
            return;
        if (!next.labels().equals(known().labels()))
            only.set(null);
        known.set(next);
        current.set(Math.clamp(current(), 0, Math.max(0, next.count() - 1)));
    }
}
