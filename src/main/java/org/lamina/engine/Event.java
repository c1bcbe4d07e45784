package org.lamina.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamina.data.DataInfo;
import org.lamina.graph.NodeId;
import org.lamina.project.Task;
import org.lamina.study.TrainingStep;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// What happened on the engine thread: plain data, in order, never lost.
public sealed interface Event {

    /// The native engine has started.
    record Ready(List<DeviceInfo> devices) implements Event {}

    /// Work that takes a while, such as reading data.
    ///
    /// @param done part that is done, 0…1; NaN while unknown
    record Working(String what, double done) implements Event {}

    /// A run begins.
    ///
    /// @param validation target of each validation sample: class index or first value
    record Started(Path run, DeviceInfo device, DataInfo data, Task task, int trainSamples, float[] validation,
            long parameters,
            int stepsPerEpoch, int epochs, List<String> warnings) implements Event {}

    /// Also said of a run that begins paused.
    record Paused(long step) implements Event {}

    record Resumed(long step) implements Event {}

    /// @param epoch counted from 1
    /// @param seconds time the epoch took, without pauses
    record EpochDone(int epoch, long step, Metrics train, Metrics validation, double seconds) implements Event {}

    /// Answers a [Command.StepBatch] that asked for it.
    ///
    /// @param turns of the step, in their order: one, or the discriminator's and the generator's
    record TakenApart(List<TrainingStep> turns) implements Event {
        public TakenApart {
            turns = List.copyOf(turns);
        }
    }

    record CheckpointSaved(Path file, int epoch) implements Event {}

    /// Which earlier moments of the run can be gone back to: at most one for each multiple of a distance.
    ///
    /// @param first step of the first
    /// @param every steps between two
    /// @param last step of the last
    /// @param count how many there are
    /// @param bytes that they take
    /// @param budget bytes that they may take
    /// @param whole whether everything can be asked of them; else there are the pictures that were shown
    record Kept(long first, long every, long last, int count, long bytes, long budget,
            boolean whole) implements Event {}

    /// What is on screen was shown as it was at an earlier step, and every question about it is answered.
    record Recalled(long step) implements Event {}

    /// A loss that is not a number or infinite; the last weights whose loss was finite are kept.
    ///
    /// @param node first node in topological order whose output was not finite; null where all outputs were
    record Diverged(long step, @Nullable NodeId node, String message) implements Event {}

    /// @param steps updates made
    /// @param weights the safetensors file with the weights kept; null where none were
    record Finished(Ending ending, int epochs, long steps, double seconds, double samplesPerSecond, Metrics train,
            Metrics validation, @Nullable Path weights) implements Event {}

    /// Why a run ended.
    enum Ending {
        COMPLETED,
        STOPPED,
        DIVERGED
    }

    /// @param validation target of each validation sample: class index or first value
    record Loaded(Path weights, DeviceInfo device, DataInfo data, Task task, float[] validation) implements Event {}

    /// @param confusion counts by true class, then by answered class; empty where answers are no classes
    record Evaluated(int samples, Metrics metrics, int[][] confusion) implements Event {}

    /// The weights and what every node answers to some samples.
    ///
    /// @param weights by `node.parameter`
    /// @param inputs the samples, with a batch axis, channels first
    /// @param preparation how the inputs were made from the raw data, in words
    /// @param outputs what each node gives for them, with a batch axis, channels first
    record Answered(Map<String, Tensor> weights, Shape input, Tensor inputs, List<String> labels,
            String preparation, Map<NodeId, Tensor> outputs) implements Event {}

    /// More of the text that [Command.Write] asked for.
    ///
    /// @param text what comes after the text so far
    /// @param last whether nothing more comes
    record Wrote(String text, boolean last) implements Event {}

    /// Answers [Command.Forget]: nothing that comes later is about what was before.
    record Forgotten() implements Event {}

    /// Something went wrong; the engine lives on.
    ///
    /// @param phase what was being done: `reading the data`, `compiling`, `training`, …
    /// @param message for people: what was needed, what came, what to do
    /// @param cause the technical cause, for `--verbose` and bug reports
    /// @param endsRun whether a run, or the start of one, ends with it; what was learnt stays in hand. A question that
    ///     fails leaves a run as it is
    record Failed(String phase, @Nullable NodeId node, String message, String cause,
            boolean endsRun) implements Event {}
}
