package org.lamina.export.onnx;

import com.google.auto.service.AutoService;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lamina.export.Draft;
import org.lamina.export.ExportException;
import org.lamina.export.Exported;
import org.lamina.export.Exporter;
import org.lamina.export.Proof;
import org.lamina.export.Trained;
import org.lamina.spec.Card;
import org.lamina.spec.Help;

@AutoService(Exporter.class)
@Card(id = "onnx", title = "ONNX", keywords = {"onnxruntime", "inference"})
@Help("""
        One file that ONNX Runtime, OpenVINO, TensorRT, browsers and many other programs run. It holds the network, its
        weights, the names of the classes and how inputs are prepared.

        **Source** ONNX operator set 17.
        """)
public final class OnnxExporter implements Exporter {

    @Override
    public String extension() {
        return "onnx";
    }

    @Override
    public Exported write(Trained network, Path target) throws ExportException {
        OnnxModel model = new OnnxModel(network);
        return Draft.file(target, draft -> {
            model.write(draft);
            Proof proof = new OnnxProof(network, model).prove(draft);
            return new Exported(target, Files.size(draft), proof);
        });
    }
}
