package org.lamina.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Devices that a trial allocation has confirmed, the fastest first.
final class Devices {

    private final List<DeviceInfo> found = new ArrayList<>();

    /// @param gpus how many the engine reports
    /// @param works what a trial on one of them says
    /// @param cores of the processor
    Devices(int gpus, IntPredicate works, int cores) {
        IntStream.range(0, gpus).filter(works).forEach(i -> found.add(new DeviceInfo("gpu" + i, "GPU " + i)));
        found.add(new DeviceInfo("cpu", "CPU, " + cores + (cores == 1 ? " thread" : " threads")));
    }

    /// Those of this machine.
    static Devices here() {
        Engine engine = Engine.getEngine("PyTorch");
        return new Devices(engine.hasCapability("CUDA") ? engine.getGpuCount() : 0, Devices::works,
                Runtime.getRuntime().availableProcessors());
    }

    List<DeviceInfo> all() {
        return List.copyOf(found);
    }

    /// @param wanted `auto` for the first, `gpu` for the first GPU, or an id
    /// @throws IllegalArgumentException with a message for people, where there is no such device
    DeviceInfo choose(String wanted) {
        return found.stream()
                .filter(d -> wanted.equals("auto") || wanted.equals(d.id())
                        || (wanted.equals("gpu") && d.id().startsWith("gpu")))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no device '" + wanted + "' here: choose auto or "
                                + found.stream().map(DeviceInfo::id).collect(Collectors.joining(" or "))));
    }

    static Device device(DeviceInfo info) {
        return info.id().equals("cpu") ? Device.cpu() : Device.gpu(Integer.parseInt(info.id().substring(3)));
    }

    /// A driver may answer though PyTorch has no code for the GPU, so one small sum is tried.
    private static boolean works(int gpu) {
        try (NDManager manager = Torch.newManager(Device.gpu(gpu)); NDArray ones = manager.ones(new Shape(8))) {
            return ones.sum().getFloat() == 8;
        } catch (RuntimeException | UnsatisfiedLinkError _) {
            return false;
        }
    }
}
