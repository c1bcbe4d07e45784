package org.lamina.app;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.lamina.engine.Event;
import org.lamina.study.Side;
import org.lamina.study.TrainingStep;

/// The training step that was taken apart last, and how far a person has got in it: in the turn that they look at.
public final class Dissection implements EngineListener {

    private final ReadOnlyObjectWrapper<@Nullable TrainingStep> step = new ReadOnlyObjectWrapper<>();
    private final Pace pace = new Pace();
    private List<Beat> beats = List.of();
    private List<TrainingStep> turns = List.of();

    public Dissection(EngineLink link) {
        link.connect(this);
    }

    /// Null before one was taken apart, and when another network is in hand.
    public ReadOnlyObjectProperty<@Nullable TrainingStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public @Nullable TrainingStep step() {
        return step.get();
    }

    /// Whose turns the step has, in their order.
    public List<Side> sides() {
        return turns.stream().map(TrainingStep::side).toList();
    }

    /// Goes to the first beat of a side's turn.
    public void turn(Side side) {
        turns.stream().filter(turn -> turn.side() == side).findFirst().ifPresent(this::show);
    }

    public List<Beat> beats() {
        return beats;
    }

    /// So many beats of the step are shown.
    public Pace pace() {
        return pace;
    }

    /// The beats so far, the present one last; none before the first.
    public List<Beat> soFar() {
        return beats.subList(0, pace.beat());
    }

    /// Goes to the first beat of a phase.
    public void go(Beat.Phase phase) {
        for (int i = 0; i < beats.size(); i++)
            if (beats.get(i).phase() == phase) {
                pace.step(i + 1 - pace.beat());
                return;
            }
    }

    @Override
    public void event(Event event) {
        switch (event) {
            case Event.TakenApart(List<TrainingStep> next) -> {
                turns = next;
                show(next.getFirst());
            }
            case Event.Started _,Event.Loaded _ -> {
                turns = List.of();
                show(null);
            }
            default -> {
            }
        }
    }

    /// From the first beat.
    private void show(@Nullable TrainingStep next) {
        List<Beat> its = next == null ? List.of() : Beat.of(next);
        beats = its;
        step.set(next);
        pace.show(its.size());
        pace.step(-its.size());
        pace.step(Math.min(1, its.size()));
    }
}
