package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.graph.NodeId;
import org.lamina.probe.Studies;
import org.lamina.probe.Study;
import org.lamina.project.ProjectFile;
import org.lamina.study.Attribution;
import org.lamina.study.Attribution.Method;
import org.lamina.study.Picture;

/// How long each method takes on the sample digits-cnn: medians of 15, in milliseconds, and the longest bit.
@Tag("bench")
class AttributionBench {

    @TempDir
    Path folder;

    @Test
    void methodsAreFastEnoughToBeLookedAt() throws Exception {
        Map<String, Method> methods = new LinkedHashMap<>();
        methods.put("saliency", new Attribution.Saliency());
        methods.put("integrated gradients", new Attribution.IntegratedGradients());
        methods.put("SmoothGrad", new Attribution.SmoothGrad());
        methods.put("guided backpropagation", new Attribution.GuidedBackpropagation());
        methods.put("Grad-CAM", new Attribution.GradCam(new NodeId("conv-2")));
        methods.put("occlusion 28x28", new Attribution.Occlusion(5));
        Torch.start();
        Library library = new Library(Devices.here(), _ -> {}, () -> false);
        try (Model model = library.open(
                ProjectFile.open(Path.of("sample-projects", "digits-cnn.lamina")).project(), folder, "cpu")) {
            methods.forEach((name, method) -> System.out.printf("%-24s %6.1f ms%n", name, median(model, method)));
            assertThat(median(model, methods.get("saliency"))).isLessThan(100);
            assertThat(median(model, methods.get("Grad-CAM"))).isLessThan(100);
            assertThat(median(model, methods.get("occlusion 28x28"))).isLessThan(300);
        }
    }

    private static double median(Model model, Method method) {
        double[] times = new double[15];
        for (int i = 0; i < times.length; i++) {
            long begun = System.nanoTime();
            work(model, method);
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static void work(Model model, Method method) {
        try (Study study = Studies.of(new Attribution(new Picture.Validation(0), 0, method),
                new ModelSubject(model))) {
            while (!study.isDone())
                study.advance();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
