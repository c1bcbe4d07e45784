package org.lamina.export.djl;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.lamina.export.Draft;
import org.lamina.export.ExportException;
import org.lamina.export.Exported;
import org.lamina.export.Exporter;
import org.lamina.export.Proof;
import org.lamina.export.Trained;
import org.lamina.export.onnx.OnnxModel;
import org.lamina.export.onnx.OnnxProof;
import org.lamina.spec.Card;
import org.lamina.spec.Help;

@AutoService(Exporter.class)
@Card(id = "djl", title = "DJL folder", keywords = {"java", "deep java library"})
@Help("""
        A folder for Java programs: the network as ONNX, the names of the classes, how pictures are prepared, and a
        README with an example in ten lines. Deep Java Library loads it as it is.
        """)
public final class DjlExporter implements Exporter {
    private static final String MODEL = "model.onnx";

    @Override
    public String extension() {
        return "";
    }

    @Override
    public Exported write(Trained network, Path target) throws ExportException {
        OnnxModel model = new OnnxModel(network);
        Map<String, String> documents = new Documents(network, target.toAbsolutePath().getFileName()).all();
        return Draft.folder(target, name -> name.equals(MODEL) || Documents.NAMES.contains(name), draft -> {
            model.write(draft.resolve(MODEL));
            Proof proof = new OnnxProof(network, model).prove(draft.resolve(MODEL));
            for (Map.Entry<String, String> document : documents.entrySet())
                Files.writeString(draft.resolve(document.getKey()), document.getValue());
            return new Exported(target, size(draft), proof);
        });
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(f -> f.toFile().length()).sum();
        }
    }
}
