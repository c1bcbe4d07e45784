package org.lamina.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamina.graph.NodeId;
import org.lamina.study.Health.Movement;
import org.lamina.study.TrainingStep;

/// Takes all turns of a training step apart.
final class Recorders implements Witness {

    private final List<Recorder> turns;

    Recorders(Model model, Updater updater) {
        turns = model.objective().turns().stream().map(turn -> new Recorder(model, updater, turn)).toList();
    }

    @Override
    public Witness turn(int turn) {
        return turns.get(turn);
    }

    @Override
    public void updated() {
        turns.forEach(Recorder::updated);
    }

    /// How far the weights of each node went; asked after the step.
    Map<NodeId, Movement> movements() {
        Map<NodeId, Movement> movements = new LinkedHashMap<>();
        turns.forEach(turn -> movements.putAll(turn.movements()));
        return movements;
    }

    /// What was seen in each turn; asked after the step.
    List<TrainingStep> steps() {
        return turns.stream().map(Recorder::step).toList();
    }
}
