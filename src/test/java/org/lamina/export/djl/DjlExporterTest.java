package org.lamina.export.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.export.ExportException;
import org.lamina.export.Networks;
import org.lamina.export.Proof;
import org.lamina.export.Trained;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;
import org.lamina.project.Task;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

class DjlExporterTest {
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path place;

    @Test
    void plainDjlGivesTheSameNumbers() throws Exception {
        Trained network = Networks.answered(Networks.leNet());
        Path folder = new DjlExporter().write(network, place.resolve("digits")).target();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("model.onnx", "serving.properties", "synset.txt",
                "README.md");
        assertThat(folder.resolve("synset.txt").toFile()).content().startsWith("class 0\nclass 1\n");
        Tensor expected = Objects.requireNonNull(network.outputs().get(new NodeId("out")));
        Proof proof = Proof.compare(expected, new Tensor(expected.sizes(), plainDjl(folder, network.inputs())));
        assertThat(proof.largestDifference()).isLessThan(1e-5);
    }

    @Test
    void theExampleForPicturesRuns() throws Exception {
        BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        float[] pixels = new float[28 * 28];
        for (int i = 0; i < pixels.length; i++) {
            int grey = i * 7 % 256;
            picture.getRaster().setSample(i % 28, i / 28, 0, grey);
            pixels[i] = grey / 255f;
        }
        ImageIO.write(picture, "png", place.resolve("picture.png").toFile());
        Trained network = Networks.answered(Networks.leNet(), Task.CLASSIFICATION,
                new Tensor(new int[]{1, 1, 28, 28}, pixels));
        Path folder = new DjlExporter().write(network, place.resolve("my \"net\"")).target();
        float[] logits = Objects.requireNonNull(network.outputs().get(new NodeId("out"))).values();

        Matcher answer = Pattern.compile("\"className\": \"class (\\d)\", \"probability\": ([0-9.]+)")
                .matcher(runExample(folder, "picture.png"));
        assertThat(answer.find()).isTrue();
        int best = Integer.parseInt(answer.group(1));
        double sum = 0;
        for (float logit : logits)
            sum += Math.exp(logit - logits[best]);
        assertThat(Double.parseDouble(answer.group(2))).isCloseTo(1 / sum, Offset.offset(1e-4));
        assertThat(logits[best]).isEqualTo(largest(logits));
    }

    @Test
    void theExampleForNumbersRuns() throws Exception {
        Graph graph = Networks.chain(Shape.vector(3), Networks.node("d", "dense", "units", 2));
        Trained network = Networks.answered(graph, Task.REGRESSION);
        Path folder = new DjlExporter().write(network, place.resolve("values")).target();
        assertThat(folder.resolve("synset.txt")).doesNotExist();
        float[] bias = Objects.requireNonNull(network.weights().get("d.bias")).values();
        assertThat(runExample(folder)).contains(Arrays.toString(bias));
    }

    @Test
    void anEarlierExportIsReplacedAndNothingElse() throws Exception {
        Trained network = Networks.answered(Networks.leNet());
        Path folder = new DjlExporter().write(network, place.resolve("digits")).target();
        new DjlExporter().write(network, folder);
        Files.writeString(folder.resolve("my notes.txt"), "precious");
        assertThatThrownBy(() -> new DjlExporter().write(network, folder)).isInstanceOf(ExportException.class)
                .hasMessageContaining("holds my notes.txt");
        assertThat(place.toFile().list()).containsExactly("digits");
    }

    private float[] plainDjl(Path folder, Tensor inputs) throws IOException, InterruptedException {
        Path file = Files.writeString(place.resolve("numbers"), Arrays.toString(inputs.values()));
        run(PlainDjl.class.getName(), folder.toString(), file.toString(), Arrays.toString(inputs.sizes()));
        return PlainDjl.numbers(Files.readString(file));
    }

    /// Runs the README's example as its reader would, in the folder above.
    private String runExample(Path folder, String... arguments) throws IOException, InterruptedException {
        Matcher example = EXAMPLE.matcher(Files.readString(folder.resolve("README.md")));
        assertThat(example.find()).isTrue();
        Files.writeString(place.resolve("Example.java"), example.group(1));
        List<String> command = new ArrayList<>(List.of("Example.java"));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    /// A process of its own, as DJL's engine refuses to share ONNX Runtime with anyone who started it before.
    private String run(String... program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-DOPT_OUT_TRACKING=true", "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(program));
        Process process = new ProcessBuilder(command).directory(place.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static float largest(float[] values) {
        float largest = Float.NEGATIVE_INFINITY;
        for (float value : values)
            largest = Math.max(largest, value);
        return largest;
    }
}
