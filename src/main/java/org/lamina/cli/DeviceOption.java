package org.lamina.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/// `--device`, shared by the commands that compute.
final class DeviceOption {
    enum Device {
        auto,
        cpu,
        gpu
    }

    @Option(names = "--device", paramLabel = "auto|cpu|gpu", defaultValue = "auto", description = "Where to compute; auto takes the GPU where there is one.")
    private Device device = Device.auto;

    String id() {
        return device.name().toLowerCase(Locale.ROOT);
    }
}
