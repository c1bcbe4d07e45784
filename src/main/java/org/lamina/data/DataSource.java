package org.lamina.data;

import java.nio.file.Path;
import java.util.Optional;
import org.lamina.spec.Card;
import org.lamina.spec.Cards;

/// Describes a data set: a generator with its settings, or files and how to read them. An implementation is a record in
/// one file with [Card], [org.lamina.spec.Help] and annotated components, found through `java.util.ServiceLoader`.
public interface DataSource {

    /// What the set holds, where that is known without reading files.
    default Optional<DataInfo> info() {
        return Optional.empty();
    }

    /// Reads or generates the set.
    ///
    /// @param base folder that relative paths start from: the project's
    /// @param progress told how far the work is; asked whether to stop
    /// @throws DataException where it cannot be read, with a message for people
    DataSet open(Path base, Progress progress) throws DataException;

    /// The same source reading from another folder or file, for sources that read files.
    default DataSource at(Path location) {
        return this;
    }

    default Card card() {
        return Cards.card(getClass());
    }
}
