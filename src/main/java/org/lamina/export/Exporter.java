package org.lamina.export;

import java.nio.file.Path;
import org.lamina.spec.Card;
import org.lamina.spec.Cards;
import org.lamina.spec.Catalogue;

/// A format that a trained network can be taken away in. An implementation is one file with [Card] and
/// [org.lamina.spec.Help], found through `java.util.ServiceLoader`; `id` is what the command line calls it.
public interface Exporter {

    /// All formats on the class path.
    static Catalogue<Exporter> all() {
        return Catalogue.of(Exporter.class);
    }

    /// Ending of the file's name without the point, such as `onnx`; empty where a folder is written.
    String extension();

    /// Writes the network and proves that the file gives the same answers. The target appears only when that is done: a
    /// failed export leaves what was there.
    ///
    /// @param target the file or folder; folders above it are created
    /// @throws ExportException where the network cannot be written or its answers differ
    Exported write(Trained network, Path target) throws ExportException;

    default Card card() {
        return Cards.card(getClass());
    }
}
