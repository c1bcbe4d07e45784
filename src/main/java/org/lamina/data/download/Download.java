package org.lamina.data.download;

import ai.djl.Application;
import ai.djl.basicdataset.BasicDatasets;
import ai.djl.repository.Artifact;
import ai.djl.repository.MRL;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamina.data.DataException;
import org.lamina.data.DataSource;
import org.lamina.data.Progress;
import org.lamina.data.read.Idx;

/// Data sets in MNIST's format that DJL's repository offers.
public enum Download {
    /// Handwritten digits (LeCun, Cortes and Burges).
    MNIST("mnist", "MNIST"),
    /// Photographs of clothes (Xiao, Rasul and Vollgraf, 2017).
    FASHION_MNIST("fashmnist", "Fashion-MNIST");

    /// The repository's names of the files and the usual ones.
    private static final Map<String, String> FILES = Map.of("train_data", "train-images-idx3-ubyte", "train_labels",
            "train-labels-idx1-ubyte", "test_data", "t10k-images-idx3-ubyte", "test_labels", "t10k-labels-idx1-ubyte");

    private final String artifact;
    private final String title;

    Download(String artifact, String title) {
        this.artifact = artifact;
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// Downloads the set's four files; those of an earlier download in DJL's cache are used again.
    ///
    /// @param folder where the files go; created
    /// @return the source that reads them
    /// @throws DataException with a message for people, where the machine is offline, or the work is stopped
    public DataSource into(Path folder, Progress progress) throws DataException {
        try {
            Files.createDirectories(folder);
            MRL resource = BasicDatasets.REPOSITORY.dataset(Application.CV.ANY,
                    BasicDatasets.GROUP_ID, artifact, "1.0");
            Artifact found = resource.getDefaultArtifact();
            if (found == null)
                throw new IOException("DJL's repository does not offer it");
            resource.prepare(found, new Relay(progress, "Getting " + title));
            for (Map.Entry<String, String> file : FILES.entrySet())
                copy(found.getFiles().get(file.getKey()), folder.resolve(file.getValue()));
            return new Idx().at(folder);
        } catch (Relay.Stopped e) {
            throw new DataException("Getting " + title + " was stopped.", e);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    /// What went wrong, in plain words.
    DataException explained(IOException cause) {
        boolean offline = Stream
                .<@Nullable Throwable>iterate(cause, t -> t != null, t -> t == null ? null : t.getCause())
                .anyMatch(t -> t instanceof UnknownHostException || t instanceof ConnectException
                        || t instanceof NoRouteToHostException || t instanceof SocketTimeoutException);
        return new DataException(offline
                ? "Cannot get " + title
                        + ": this machine seems to be offline. Connect it and try again, or choose a folder that already holds the four files."
                : "Cannot get " + title + ": " + cause.getMessage()
                        + ". Try again, or choose a folder that already holds the four files.",
                cause);
    }

    private static void copy(Artifact.@Nullable Item item, Path to) throws IOException {
        if (item == null)
            throw new IOException("the repository lacks " + to.getFileName());
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try (InputStream in = BasicDatasets.REPOSITORY.openStream(item, null)) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
