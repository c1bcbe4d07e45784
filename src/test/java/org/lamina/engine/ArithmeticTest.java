package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamina.data.generate.Digits;
import org.lamina.graph.NodeId;
import org.lamina.project.Project;
import org.lamina.spec.Working;
import org.lamina.study.Arithmetic;
import org.lamina.study.Picture;

/// The arithmetic of a network that has learnt a little, asked for while it is paused.
class ArithmeticTest {

    @TempDir
    Path folder;

    private static Project network() {
        return Rig.project(new Digits(120, 1, 1), Rig.plan(Map.of("epochs", 1000, "batchSize", 16)),
                List.of(Rig.input(), Rig.node("conv", "conv-2d", Map.of("filters", 4)),
                        Rig.node("norm", "batch-norm", Map.of()), Rig.node("relu", "relu", Map.of()),
                        Rig.node("pool", "max-pool-2d", Map.of("window", 4, "stride", 4)),
                        Rig.node("flat", "flatten", Map.of()), Rig.node("last", "dense", Map.of("units", 10)),
                        Rig.node("out", "output", Map.of())));
    }

    /// Over the 12,544 numbers of a channel in a batch, the terms are farther from the engine's single precision.
    @ParameterizedTest
    @CsvSource({"conv, 1234, false, 1e-5", "norm, 700, false, 1e-5", "norm, 700, true, 1e-4", "relu, 1999, false, 1e-5",
            "pool, 100, false, 1e-5", "last, 7, false, 1e-5", "last, 9999, false, 1e-5"})
    void theTermsMakeWhatTheEngineGave(String node, int cell, boolean training, double most) {
        Arithmetic.Found found = found(new Arithmetic(new NodeId(node), new Picture.Validation(2), cell, training));
        assertThat(Objects.requireNonNull(found.working()).result()).isCloseTo(found.given(),
                within(most * Math.max(1, Math.abs(found.given()))));
    }

    @Test
    void aBatchHasAnotherMeanThanTheRunningOne() {
        NodeId norm = new NodeId("norm");
        assertThat(mean(new Arithmetic(norm, new Picture.Validation(2), 700, true)))
                .isNotEqualTo(mean(new Arithmetic(norm, new Picture.Validation(2), 700, false)));
    }

    private double mean(Arithmetic question) {
        Working.Chain chain = (Working.Chain) Objects.requireNonNull(found(question).working());
        return chain.lines().stream().filter(line -> line.name().equals("mean")).findFirst().orElseThrow().value();
    }

    @Test
    void aLayerThatMovesNumbersGivesThemWithoutTerms() {
        Arithmetic.Found found = found(new Arithmetic(new NodeId("flat"), new Picture.Validation(2), 5, false));
        assertThat(found.working()).isNull();
        assertThat(found.given()).isEqualTo(found.inputs().getFirst().values()[5]);
    }

    /// A batch through batch norm changes its running averages; they are put back.
    @Test
    void askingDoesNotChangeTheRun() {
        Arithmetic question = new Arithmetic(new NodeId("norm"), new Picture.Validation(2), 700, true);
        assertThat(lossAfter(Set.of(question))).isEqualTo(lossAfter(Set.of()));
    }

    private double lossAfter(Set<Arithmetic> questions) {
        try (Rig rig = new Rig(folder)) {
            rig.train(network()).advance(5).send(new Command.Pause())
                    .send(new Command.Look(new Looks(Set.of(), Set.of(), new Picture.Validation(0), List.of(), false,
                            Set.copyOf(questions))));
            while (rig.session.isBusy())
                rig.advance(1);
            return rig.send(new Command.Resume()).advance(12).send(new Command.Stop()).last(Event.Finished.class)
                    .validation().loss();
        }
    }

    private Arithmetic.Found found(Arithmetic question) {
        try (Rig rig = new Rig(folder)) {
            rig.train(network()).advance(5).send(new Command.Pause());
            rig.send(new Command.Look(
                    new Looks(Set.of(), Set.of(), new Picture.Validation(0), List.of(), false, Set.of(question))));
            rig.mailbox.take();
            return (Arithmetic.Found) Objects.requireNonNull(rig.toTheEnd().found(question).finding());
        }
    }
}
