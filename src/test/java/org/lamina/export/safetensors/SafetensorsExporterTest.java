package org.lamina.export.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.export.Exported;
import org.lamina.export.Networks;
import org.lamina.export.Trained;

class SafetensorsExporterTest {

    @TempDir
    Path folder;

    @Test
    void anotherReaderFindsTheSameNumbers() throws Exception {
        Trained network = Networks.answered(Networks.leNet());
        Exported exported = new SafetensorsExporter().write(network, folder.resolve("w.safetensors"));
        assertThat(exported.proof().largestDifference()).isZero();
        try (NDManager manager = NDManager.newBaseManager("PyTorch");
                InputStream in = Files.newInputStream(exported.target())) {
            Map<String, float[]> read = NDList.decode(manager, in).stream()
                    .collect(Collectors.toMap(a -> a.getName(), a -> a.toFloatArray()));
            assertThat(read).hasSameSizeAs(network.weights());
            network.weights().forEach((name, tensor) -> assertThat(read).hasEntrySatisfying(name,
                    values -> assertThat(values).isEqualTo(tensor.values())));
        }
    }
}
