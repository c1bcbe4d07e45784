package org.lamina.engine;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lamina.data.DataSet;
import org.lamina.data.Progress;
import org.lamina.data.Split;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.probe.Studies;
import org.lamina.probe.Study;
import org.lamina.project.Project;
import org.lamina.project.ProjectFile;
import org.lamina.study.LayerOutputs;
import org.lamina.study.LinearProbes;
import org.lamina.study.Question;
import org.lamina.study.Similarity;

/// How long the answers about depth take on `digits-cnn`, and how long a training step may have to wait for a bit of them.
@Tag("bench")
class DepthBench {

    private static final int ROUNDS = 4;

    @Test
    void wholeAnswersAndTheirBits() throws Exception {
        Torch.start();
        Project project = ProjectFile.open(Path.of("sample-projects/digits-cnn.lamina")).project();
        DataSet data = project.data().open(Path.of(""), Progress.NONE);
        try (Model model = new Model(project, new DeviceInfo("cpu", "CPU"), data, Split.of(data, 0.2, 1),
                new Network(Inference.of(project.graph(), null), Device.cpu(), 3), new Objective.Classes(10))) {
            for (Question question : List.of(new LinearProbes(1000, 500), new Similarity(256, null),
                    new LayerOutputs(new NodeId("dense-1"), 1000)))
                measure(question, new ModelSubject(model));
        }
    }

    private static void measure(Question question, ModelSubject subject) throws Exception {
        for (int round = 0; round < ROUNDS; round++)
            once(question, subject);
    }

    private static void once(Question question, ModelSubject subject) throws Exception {
        List<Double> bits = new ArrayList<>();
        try (Study study = Studies.of(question, subject)) {
            while (!study.isDone()) {
                long begin = System.nanoTime();
                study.advance();
                bits.add((System.nanoTime() - begin) / 1e6);
            }
        }
        List<Double> sorted = bits.stream().sorted().toList();
        System.out.printf("%s: %.0f ms in %d bits, median %.1f ms, 95 %% below %.1f ms, longest %.1f ms%n",
                question.getClass().getSimpleName(), bits.stream().mapToDouble(b -> b).sum(), bits.size(),
                sorted.get(bits.size() / 2), sorted.get(bits.size() * 95 / 100), sorted.getLast());
    }
}
