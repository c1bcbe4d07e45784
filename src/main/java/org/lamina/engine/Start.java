package org.lamina.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamina.tensor.Safetensors;

/// How a run begins: with fresh weights, with those of a file, or where an earlier run left off.
///
/// @param epochs that the weights have seen, where the run goes on from there
/// @param warnings in words for people
record Start(Trainer trainer, int epochs, List<String> warnings) {

    /// @param weights file to begin with; null for fresh weights
    static Start of(Model model, @Nullable Path weights) throws Refusal {
        Trainer trainer = Refusal.during("preparing the run",
                () -> new Trainer(model.network(), model.objective(), model.project().plan()));
        List<String> warnings = new ArrayList<>(model.data().warnings());
        model.project().augmentation().complaint(model.data().info().input()).ifPresent(warnings::add);
        int epochs = weights == null ? 0
                : Refusal.during("loading the weights", () -> load(weights, model, trainer, warnings));
        return new Start(trainer, epochs, warnings);
    }

    private static int load(Path weights, Model model, Trainer trainer, List<String> warnings) throws Exception {
        Checkpoint from = Checkpoint.of(Safetensors.read(weights));
        boolean continues = from.continues(model.project().plan());
        if (continues) {
            from.resume(model.network(), trainer.updater());
            warnings.add("Goes on after epoch " + from.epoch() + " of " + weights.getFileName());
        } else {
            model.network().load(from.weights());
            warnings.add("Starts with the weights of " + weights.getFileName() + ", at the first epoch");
        }
        trainer.keep();
        return continues ? from.epoch() : 0;
    }
}
