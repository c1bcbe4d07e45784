package org.lamina.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.layers.Cases.Case;
import org.lamina.spec.Layer;
import org.lamina.spec.Role;
import org.lamina.tensor.Safetensors;
import org.lamina.tensor.Tensor;

/// Every layer against the PyTorch module that its own expression builds, on the same weights and inputs: answers, and
/// gradients of inputs and weights. Needs a Python with PyTorch; `-Dlamina.python` names another than `/usr/bin/python3`.
@Tag("torch")
class AgainstTorchTest {

    private static final String PYTHON = System.getProperty("lamina.python", "/usr/bin/python3");
    private static final int CASES = 30;
    /// Of the largest number.
    private static final double TOLERANCE = 1e-5;
    /// Stacked recurrent layers with weights above 1 magnify rounding, and so does a division by small deviations.
    private static final Map<String, Double> WIDER = Map.of("Instance norm", 1.2e-5, "LSTM", 2.5e-5, "GRU", 1.8e-4,
            "RNN", 8e-4);

    @TempDir
    static Path folder;

    @Test
    void answersAndGradientsAreThoseOfPyTorchsModule() throws Exception {
        assumeTrue(new ProcessBuilder(PYTHON, "-c", "import torch").start().waitFor() == 0,
                PYTHON + " has no PyTorch: on Debian, apt install python3-torch");
        List<Map<String, String>> cases = new ArrayList<>();
        for (Layer layer : Cases.layers().filter(l -> l.role() == Role.INNER).toList())
            for (Case c : Cases.fitting(layer).stream().limit(CASES).toList())
                cases.add(written(c, "case-" + cases.size()));
        new ObjectMapper().writeValue(folder.resolve("cases.json").toFile(), cases);
        List<String> lines = compared();
        assertThat(lines).hasSameSizeAs(cases);
        tell(lines);
        assertThat(lines).filteredOn(line -> !isWithinTolerance(line.split("\t", -1))).isEmpty();
    }

    /// @param cells title, forward, backward; fewer where Python complained
    private static boolean isWithinTolerance(String[] cells) {
        double tolerance = WIDER.getOrDefault(cells[0], TOLERANCE);
        return cells.length == 3 && Double.parseDouble(cells[1]) <= tolerance
                && Double.parseDouble(cells[2]) <= tolerance;
    }

    private static Map<String, String> written(Case c, String name) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        try (Running running = new Running(c, 2)) {
            running.named().forEach((key, array) -> tensors.put(key, tensor(array)));
            running.differentiate();
            running.named().forEach((key, array) -> {
                if (array.hasGradient())
                    tensors.put("grad." + key, tensor(array.getGradient()));
            });
            tensors.put("out", tensor(running.forward(false)));
            tensors.put("factors", tensor(running.factors()));
        }
        new Safetensors(tensors, Map.of()).write(folder.resolve(name + ".safetensors"));
        return Map.of("name", name, "title", c.layer().card().title(), "source", c.layer().torchSource(),
                "expression", c.layer().torch(c.inputs()));
    }

    private static Tensor tensor(NDArray array) {
        return new Tensor(java.util.Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray(),
                (array.getDataType() == DataType.FLOAT32 ? array : array.toType(DataType.FLOAT32, true))
                        .toFloatArray());
    }

    private static List<String> compared() throws IOException, InterruptedException {
        Path script = folder.resolve("against_torch.py");
        try (InputStream source = AgainstTorchTest.class.getResourceAsStream("against_torch.py")) {
            Files.copy(source, script);
        }
        Process python = new ProcessBuilder(PYTHON, script.toString(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String lines = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).isZero();
        return lines.lines().toList();
    }

    private static void tell(List<String> lines) {
        Map<String, double[]> largest = new TreeMap<>();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            if (cells.length == 3)
                largest.merge(cells[0], new double[]{1, Double.parseDouble(cells[1]), Double.parseDouble(cells[2])},
                        (a, b) -> new double[]{a[0] + 1, Math.max(a[1], b[1]), Math.max(a[2], b[2])});
        }
        largest.forEach((title, d) -> System.out.printf("%-26s %3.0f cases, forward %.1e, backward %.1e%n", title,
                d[0], d[1], d[2]));
    }
}
