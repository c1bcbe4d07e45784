package org.lamina.ui.depth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lamina.app.EngineLink;
import org.lamina.app.Samples;
import org.lamina.app.Scenes;
import org.lamina.app.ScriptedEngine;
import org.lamina.graph.NodeId;
import org.lamina.study.LayerOutputs;
import org.lamina.tensor.Tensor;

class SampleWordsTest {

    private final ScriptedEngine engine = new ScriptedEngine();
    private final EngineLink link = new EngineLink(engine);
    private final SampleWords words = new SampleWords(new Samples(link, new Random(1)));

    @Test
    void nothingIsSaidBeforeThereAreSamples() {
        assertThat(words.of(0)).isEmpty();
        assertThat(words.category(0)).isEqualTo(-1);
        assertThat(words.of(List.of(0), 9)).isEqualTo("1 sample");
    }

    /// Sample `i` is of class `i % 10`.
    @Test
    void samplesAreToldByTheirClassAndHowTheyWereRead() {
        engine.events.add(Scenes.started(60));
        link.pump();
        words.answered(new LayerOutputs.Found(new NodeId("dense"), new int[]{3, 4},
                new Tensor(new int[]{2, 1}, new float[2]), 1, new int[]{3, 9}));
        assertThat(List.of(3, 4, 5)).extracting(words::of).containsExactly("3, read rightly", "4, read as 9", "5");
        assertThat(List.of(3, 4, 5)).extracting(words::isRight).containsExactly(true, false, true);
        assertThat(words.of(List.of(1, 11, 21, 2), 9)).isEqualTo("4 samples: 3 × 1, 1 × 2");
        assertThat(words.of(IntStream.range(0, 60).boxed().toList(), 20))
                .isEqualTo("60 samples, the first 20 listed: 6 × 0, 6 × 1, 6 × 2, 6 × 3, …");
    }
}
