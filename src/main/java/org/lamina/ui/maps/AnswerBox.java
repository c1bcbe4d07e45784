package org.lamina.ui.maps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import org.lamina.app.Answers;
import org.lamina.app.Samples;
import org.lamina.ui.Picker;

/// Chooses one of a network's answers: by its name, or by what it is for the picture looked at. Out of sight while none is
/// known.
final class AnswerBox extends Picker<AnswerBox.Choice> {

    /// What makes an answer the one.
    enum Kind {
        FIRST,
        SECOND,
        TRUTH,
        NAMED
    }

    /// @param index of the answer that is named
    record Choice(Kind kind, int index, String title) {
        @Override
        public String toString() {
            return title;
        }
    }

    private final int place;

    /// @param place what is chosen at first: the likeliest, 0, or the next one, 1
    AnswerBox(String id, String what, int place) {
        this.place = place;
        setId(id);
        setAccessibleText(what);
        visibleProperty().bind(Bindings.isNotEmpty(getItems()));
        managedProperty().bind(visibleProperty());
    }

    /// Offers the answers of another data set.
    void offer(Samples.Known known) {
        List<Choice> choices = new ArrayList<>();
        if (known.answers() == Answers.CLASSES)
            choices.addAll(List.of(new Choice(Kind.FIRST, 0, "What it answers"),
                    new Choice(Kind.SECOND, 0, "The runner-up"), new Choice(Kind.TRUTH, 0, "The true class")));
        IntStream.range(0, known.labels().size()).mapToObj(i -> new Choice(Kind.NAMED, i, known.label(i)))
                .forEach(choices::add);
        if (choices.equals(getItems()))
            return;
        getItems().setAll(choices);
        getSelectionModel().select(Math.min(place, choices.size() - 1));
    }

    /// The index of the chosen answer.
    ///
    /// @param truth index of the true class; -1 where there is none
    int index(float[] output, int truth) {
        Choice chosen = getValue();
        if (chosen == null)
            return 0;
        return switch (chosen.kind()) {
            case FIRST -> ranked(output, 0);
            case SECOND -> ranked(output, 1);
            case TRUTH -> truth < 0 ? ranked(output, 0) : truth;
            case NAMED -> chosen.index();
        };
    }

    private static int ranked(float[] output, int rank) {
        return IntStream.range(0, output.length).boxed().sorted(Comparator.comparingDouble(i -> -output[i]))
                .skip(Math.min(rank, output.length - 1)).findFirst().orElse(0);
    }
}
