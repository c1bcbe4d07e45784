package org.lamina.export.onnx;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lamina.export.ExportException;
import org.lamina.export.Proof;
import org.lamina.export.Trained;
import org.lamina.graph.NodeId;
import org.lamina.tensor.Tensor;

/// Runs a written model in ONNX Runtime and compares it with the network's own answers: once with all samples in one
/// batch and once with the first alone, so that a fixed batch size shows.
public final class OnnxProof {
    private final Trained network;
    private final OnnxModel model;

    public OnnxProof(Trained network, OnnxModel model) {
        this.network = network;
        this.model = model;
    }

    /// @throws ExportException where the answers differ; it names the first layer that does
    public Proof prove(Path file) throws IOException, ExportException {
        Proof proof = proofs(file, model.outputs()).values().stream().reduce(Proof::and).orElseThrow();
        if (!proof.holds())
            throw new ExportException("the file answers differently from the network: %s, %.0e is accepted. %s"
                    .formatted(proof, Proof.TOLERANCE, firstDifference(file)));
        return proof;
    }

    private Map<NodeId, Proof> proofs(Path file, List<NodeId> layers) throws ExportException {
        Map<String, Tensor> inputs = model.inputs();
        Map<String, Tensor> alones = new LinkedHashMap<>();
        inputs.forEach((name, samples) -> alones.put(name, samples.batch(1)));
        Map<String, Tensor> all = run(file, inputs);
        Map<String, Tensor> first = run(file, alones);
        Map<NodeId, Proof> proofs = new LinkedHashMap<>();
        for (NodeId layer : layers) {
            Tensor expected = network.answer(layer);
            Tensor together = Objects.requireNonNull(all.get(model.name(layer)));
            Tensor alone = Objects.requireNonNull(first.get(model.name(layer)));
            proofs.put(layer, Proof.compare(expected, together).and(Proof.compare(expected.batch(1), alone)));
        }
        return proofs;
    }

    private String firstDifference(Path file) throws IOException, ExportException {
        Path variant = file.resolveSibling(file.getFileName() + ".layers");
        try {
            List<NodeId> layers = model.computing();
            model.write(variant, layers);
            Map<NodeId, Proof> proofs = proofs(variant, layers);
            return layers.stream().filter(l -> !Objects.requireNonNull(proofs.get(l)).holds()).findFirst()
                    .map(l -> "The first layer that differs is " + model.title(l) + ": " + proofs.get(l))
                    .orElse("No layer differs by itself");
        } finally {
            Files.deleteIfExists(variant);
        }
    }

    private Map<String, Tensor> run(Path file, Map<String, Tensor> inputs) throws ExportException {
        try {
            return OnnxRun.answers(file, inputs);
        } catch (OrtException e) {
            throw new ExportException("ONNX Runtime refuses the file: " + e.getMessage(), e);
        }
    }
}
