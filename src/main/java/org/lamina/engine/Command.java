package org.lamina.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lamina.project.Project;

/// What the engine can be asked to do: plain data, in order.
public sealed interface Command {

    /// Trains a project. A run in progress is stopped and kept first.
    ///
    /// @param base folder that the data source's relative paths start from
    /// @param run folder for settings, metrics and checkpoints; created
    /// @param device `auto`, `cpu`, `gpu` or a [DeviceInfo#id]
    /// @param weights a safetensors file to start from; null for fresh weights
    /// @param paused whether to wait for [Resume] or a single step before the first batch
    record Train(Project project, Path base, Path run, String device, @Nullable Path weights,
            boolean paused) implements Command {}

    /// What a run in progress is asked to do; nothing happens where there is none.
    sealed interface Steering extends Command {}

    record Pause() implements Steering {}

    record Resume() implements Steering {}

    /// Trains one batch, then pauses.
    ///
    /// @param apart whether the step is taken apart and told by [Event.TakenApart]
    record StepBatch(boolean apart) implements Steering {

        public StepBatch() {
            this(false);
        }
    }

    /// Trains to the end of the epoch, then pauses.
    record StepEpoch() implements Steering {}

    /// Ends the run after the batch in hand; the weights so far are kept and saved.
    record Stop() implements Command {}

    /// Sets the learning rate of the run; of several in the queue the newest counts.
    record LearningRate(double value) implements Steering {}

    /// Says what is on screen, and so what is to be captured; of several in the queue the newest counts.
    record Look(Looks looks) implements Command {}

    /// Shows what is on screen as it was at an earlier moment of the run; of several in the queue the newest counts.
    ///
    /// @param step of the moment; -1 for the present
    record Recall(long step) implements Command {}

    /// Says how much memory the moments of a run may take, now and in later runs.
    record Remember(long bytes) implements Command {}

    /// Puts one number into the weights of the network in hand, by a person's wish.
    ///
    /// @param parameter `node.parameter`
    /// @param index in row-major order
    record PutWeight(String parameter, int index, float value) implements Command {}

    /// Loads trained weights, so that they can be looked at, evaluated and exported.
    record Load(Project project, Path base, String device, Path weights) implements Command {}

    /// Measures trained weights on the validation samples. Answered by [Event.Evaluated].
    record Evaluate(Project project, Path base, String device, Path weights) implements Command {}

    /// Asks for weights and the reference answers of every node, for an export and its proof. Answered by
    /// [Event.Answered].
    ///
    /// @param weights the file to answer for; null for the network in hand
    /// @param samples how many validation samples to answer
    record Answer(Project project, Path base, @Nullable Path weights, int samples) implements Command {}

    /// Writes with the network in hand, between the steps of a run where there is one. Answered by [Event.Wrote], token
    /// by token. What is being written already is broken off.
    record Write(Writing writing) implements Command {}

    /// Breaks writing off. Answered by a last [Event.Wrote].
    record StopWriting() implements Command {}

    /// Stops and keeps a run and lets go of the network in hand, for another project is opened. What was said before is
    /// about the old project; [Event.Forgotten] marks the place.
    record Forget() implements Command {}

    /// Stops and keeps a run, frees everything and ends the thread.
    record Shutdown() implements Command {}
}
