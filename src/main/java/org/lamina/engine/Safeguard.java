package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;

/// A second copy of a network's weights, taken while its loss was finite. Weights may go wrong before the loss shows
/// it, and running statistics change in the forward pass already, so that only a copy brings them back.
final class Safeguard {
    private final Map<NDArray, NDArray> copies = new LinkedHashMap<>();

    Safeguard(NDManager manager, Network network) {
        network.kept().values().forEach(w -> copies.put(w, manager.zeros(w.getShape(), w.getDataType())));
        take();
    }

    void take() {
        copies.forEach(Network::copy);
    }

    void restore() {
        copies.forEach((weight, copy) -> Network.copy(copy, weight));
    }
}
