package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSource;
import org.lamina.export.Exported;
import org.lamina.export.Trained;
import org.lamina.export.onnx.OnnxExporter;
import org.lamina.project.Checkup;
import org.lamina.project.Project;
import org.lamina.project.ProjectFile;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Params;
import org.lamina.template.Template;

/// Every template opens without a problem, learns, and can be exported with proof.
class TemplatesTest {
    private static final int STEPS = 20;
    private static final int SAMPLES = 64;

    @TempDir
    Path folder;

    static List<String> templates() {
        return Template.all().entries().stream().map(t -> t.card().id()).toList();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void fitsItsDataAndIsWrittenAndReadAgain(String id) throws Exception {
        Template template = Template.all().get(id);
        Project project = template.project();
        DataInfo data = project.data().info().orElseThrow();
        assertThat(Checkup.problems(project, Checkup.infer(project, data), data)).isEmpty();
        Path file = folder.resolve("template.lamina");
        ProjectFile.save(project, file);
        assertThat(ProjectFile.open(file).project()).isEqualTo(project);
        assertThat(template.help()).isNotBlank();
        assertThat(template.paper()).matches(".*, [12][0-9]{3}.*");
        template.published().ifPresent(
                published -> assertThat(Catalogue.of(DataSource.class).find(published.data())).isPresent());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void learnsAndIsExportedWithProof(String id) throws Exception {
        Project whole = Template.all().get(id).project();
        Project project = whole.with(Params.with(whole.data(), "samples", SAMPLES))
                .with(Params.with(whole.plan(), Map.of("epochs", 20, "batchSize", 32)));
        try (Rig rig = new Rig(folder)) {
            rig.train(project);
            List<Double> losses = losses(rig);
            assertThat(mean(losses.subList(STEPS - 5, STEPS))).as("loss of the last 5 of %d steps: %s", STEPS, losses)
                    .isLessThan(mean(losses.subList(0, 5)));
            rig.send(new Command.Stop()).send(new Command.Answer(project, folder, null, 8));
            Event.Answered answer = rig.last(Event.Answered.class);
            Exported exported = new OnnxExporter().write(Trained.of(project, id, answer.labels(), answer.preparation(),
                    answer.weights(), answer.inputs(), answer.outputs()), folder.resolve("net.onnx"));
            assertThat(exported.proof().holds()).isTrue();
        }
    }

    private static List<Double> losses(Rig rig) {
        List<Double> losses = new ArrayList<>();
        while (losses.size() < STEPS) {
            rig.send(new Command.StepBatch()).advance(1);
            Frame frame = rig.mailbox.take();
            if (frame != null)
                frame.points().forEach(point -> losses.add(point.train().loss()));
        }
        return losses;
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
