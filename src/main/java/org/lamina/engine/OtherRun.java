package org.lamina.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lamina.compile.CompileException;
import org.lamina.graph.Inference;
import org.lamina.probe.Unanswerable;
import org.lamina.project.Checkup;
import org.lamina.project.Project;
import org.lamina.project.ProjectException;
import org.lamina.project.ProjectFile;
import org.lamina.tensor.Safetensors;

/// The network of another run, with the best weights that it left, shown the samples of a model in hand.
final class OtherRun {

    private OtherRun() {}

    /// @param folder of the run
    /// @throws Unanswerable where it left no weights, or its network takes other samples
    static Model open(Path folder, Model present) throws Unanswerable {
        try {
            Project project = ProjectFile.open(folder.resolve(RunFolder.SETTINGS)).project();
            Inference inference = Checkup.infer(project, present.data().info());
            if (!inference.isReady())
                throw new Unanswerable("The network of that run does not fit the data set of this one: "
                        + inference.problems().getFirst().message());
            Network network = new Network(inference, Devices.device(present.device()), project.plan().seed());
            return filled(network, folder, new Model(project, present.device(), present.data(), present.split(),
                    network, Objective.of(project.plan(), present.data().info(), project.graph().expanded())));
        } catch (ProjectException | CompileException e) {
            throw new Unanswerable("The network of that run cannot be opened: " + e.getMessage());
        }
    }

    private static Model filled(Network network, Path folder, Model opened) throws Unanswerable {
        Path best = folder.resolve(RunFolder.BEST);
        Path file = Files.exists(best) ? best : folder.resolve(RunFolder.LAST);
        try {
            network.load(Checkpoint.of(Safetensors.read(file)).weights());
            return opened;
        } catch (IOException | WeightsException e) {
            opened.close();
            throw new Unanswerable("The weights of that run cannot be read: " + e.getMessage());
        }
    }
}
