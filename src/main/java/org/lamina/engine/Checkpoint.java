package org.lamina.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lamina.project.Plan;
import org.lamina.tensor.Safetensors;
import org.lamina.tensor.Tensor;

/// Weights as a file keeps them, and what a run needs to go on from there. Weights are named `node.parameter`, the
/// optimizer's arrays `optimizer/node.parameter.state`.
///
/// @param epoch epochs trained
/// @param updates updates made
/// @param optimizer the rule that the optimizer's arrays belong to; empty where there are none
record Checkpoint(Map<String, Tensor> weights, Map<String, Tensor> state, String optimizer, int epoch, long updates,
        int seed) {
    private static final String FORMAT = "lamina-checkpoint-1";
    static final String STATE = "optimizer/";

    /// Of a run at the end of an epoch.
    static Checkpoint of(Network network, Updater updater, Plan plan, int epoch) {
        Map<String, Tensor> state = new LinkedHashMap<>();
        updater.state().forEach((name, array) -> state.put(name, Network.read(array)));
        return new Checkpoint(network.weights(), state, plan.optimizer().name(), epoch, updater.updates(), plan.seed());
    }

    /// Without what a run needs to go on.
    Checkpoint onlyWeights() {
        return new Checkpoint(weights, Map.of(), "", epoch, updates, seed);
    }

    /// Whether a run with this plan can go on from here instead of starting anew with these weights.
    boolean continues(Plan plan) {
        return optimizer.equals(plan.optimizer().name()) && epoch < plan.epochs();
    }

    Safetensors file() {
        Map<String, Tensor> tensors = new LinkedHashMap<>(weights);
        state.forEach((name, tensor) -> tensors.put(STATE + name, tensor));
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", FORMAT);
        metadata.put("optimizer", optimizer);
        metadata.put("epoch", String.valueOf(epoch));
        metadata.put("updates", String.valueOf(updates));
        metadata.put("seed", String.valueOf(seed));
        return new Safetensors(tensors, metadata);
    }

    /// Weights of another program count as those of no epoch.
    static Checkpoint of(Safetensors file) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        Map<String, Tensor> state = new LinkedHashMap<>();
        file.tensors().forEach((name, tensor) -> {
            if (name.startsWith(STATE))
                state.put(name.substring(STATE.length()), tensor);
            else
                weights.put(name, tensor);
        });
        return new Checkpoint(weights, state, file.metadata().getOrDefault("optimizer", ""), number(file, "epoch"),
                number(file, "updates"), number(file, "seed"));
    }

    /// Sets a network's weights and an optimizer's state.
    void resume(Network network, Updater updater) throws WeightsException {
        WeightsException.check(updater.state(), state);
        network.load(weights);
        Network.write(updater.state(), state);
        updater.resume(updates);
    }

    private static int number(Safetensors file, String key) {
        try {
            return Math.max(0, Integer.parseInt(file.metadata().getOrDefault(key, "0")));
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
