package org.lamina.export.safetensors;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.lamina.export.Draft;
import org.lamina.export.ExportException;
import org.lamina.export.Exported;
import org.lamina.export.Exporter;
import org.lamina.export.Proof;
import org.lamina.export.Trained;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.tensor.Safetensors;
import org.lamina.tensor.Tensor;

@AutoService(Exporter.class)
@Card(id = "safetensors", title = "Weights only (safetensors)", keywords = {"hugging face", "pytorch", "numpy"})
@Help("""
        The trained numbers by name, without the network: for Python, and for training on. `conv-2d-1.weight` is the
        parameter `weight` of the layer `conv-2d-1`, laid out as in PyTorch.

        **Source** Hugging Face safetensors.
        """)
public final class SafetensorsExporter implements Exporter {

    @Override
    public String extension() {
        return "safetensors";
    }

    @Override
    public Exported write(Trained network, Path target) throws ExportException {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("network", network.name());
        notes.put("preprocessing", network.preparation());
        notes.put("labels", String.join("\n", network.labels()));
        return Draft.file(target, draft -> {
            new Safetensors(new TreeMap<>(network.weights()), notes).write(draft);
            return new Exported(target, Files.size(draft), readBack(network, draft));
        });
    }

    /// The numbers in the file are the network's own: the answers are equal if every weight is, to the bit.
    private static Proof readBack(Trained network, Path draft) throws IOException, ExportException {
        Map<String, Tensor> read = Safetensors.read(draft).tensors();
        if (!read.equals(network.weights()))
            throw new ExportException("the weights read back from the file are not the ones written: the disk or memory"
                    + " is damaged. Try another disk");
        return new Proof(0, true, network.samples());
    }
}
