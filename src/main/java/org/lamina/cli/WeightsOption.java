package org.lamina.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// `--weights`, shared by the commands that need a trained network.
final class WeightsOption {
    @Option(names = "--weights", paramLabel = "FILE", required = true, description = "The .safetensors file that training wrote.")
    private Path file = Path.of("");

    /// @throws Failure where there is no such file
    Path file() throws Failure {
        if (!Files.isRegularFile(file))
            throw new Failure("--weights: there is no file " + file);
        return file.toAbsolutePath().normalize();
    }
}
