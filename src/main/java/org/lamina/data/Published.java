package org.lamina.data;

import java.nio.file.Path;

/// A data set that can be fetched from where it is published.
public interface Published {

    /// For the command line and the name of its folder; never changes.
    String id();

    String title();

    /// Fetches the files. Where that fails or is stopped, the folder is as it was.
    ///
    /// @param folder where the files go; created
    /// @return the source that reads them
    /// @throws DataException with a message for people, such as where the machine is offline
    DataSource into(Path folder, Progress progress) throws DataException;
}
