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
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamina.data.DataException;
import org.lamina.data.DataSource;
import org.lamina.data.Progress;
import org.lamina.data.Published;
import org.lamina.data.read.Idx;
import org.lamina.file.Trouble;

/// Data sets in MNIST's format that DJL's repository offers.
public enum Download implements Published {
    /// Handwritten digits (LeCun, Cortes and Burges).
    MNIST("mnist", "mnist", "MNIST"),
    /// Photographs of clothes (Xiao, Rasul and Vollgraf, 2017).
    FASHION_MNIST("fashion-mnist", "fashmnist", "Fashion-MNIST");

    /// The repository's names of the files and the usual ones.
    private static final Map<String, String> FILES = Map.of("train_data", "train-images-idx3-ubyte", "train_labels",
            "train-labels-idx1-ubyte", "test_data", "t10k-images-idx3-ubyte", "test_labels", "t10k-labels-idx1-ubyte");

    private final String id;
    private final String artifact;
    private final String title;

    /// @param artifact its name in the repository
    Download(String id, String artifact, String title) {
        this.id = id;
        this.artifact = artifact;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    /// Fetches the set's four files; those of an earlier download in DJL's cache are used again.
    @Override
    public DataSource into(Path folder, Progress progress) throws DataException {
        try {
            Together.into(folder, draft -> fetch(draft, new Relay(progress, "Getting " + title, System::nanoTime)));
            return new Idx().at(folder);
        } catch (Relay.Stopped e) {
            throw new DataException("Getting " + title + " was stopped.", e);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    private void fetch(Path draft, Relay relay) throws IOException {
        MRL resource = BasicDatasets.REPOSITORY.dataset(Application.CV.ANY, BasicDatasets.GROUP_ID, artifact, "1.0");
        Artifact found = resource.getDefaultArtifact();
        if (found == null)
            throw new IOException("DJL's repository does not offer it");
        resource.prepare(found, relay);
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            relay.check();
            copy(found.getFiles().get(file.getKey()), draft.resolve(file.getValue()));
        }
    }

    /// What went wrong, in plain words.
    DataException explained(IOException cause) {
        boolean offline = Stream
                .<@Nullable Throwable>iterate(cause, t -> t != null, t -> t == null ? null : t.getCause())
                .anyMatch(t -> t instanceof UnknownHostException || t instanceof ConnectException
                        || t instanceof NoRouteToHostException || t instanceof SocketTimeoutException);
        String instead = "or choose a folder that already holds the four files.";
        return new DataException(offline
                ? "The machine seems to be offline: connect it and get " + title + " again, " + instead
                : "Cannot get " + title + ": " + Trouble.reason(cause) + ". Choose another folder and try again, "
                        + instead,
                cause);
    }

    private static void copy(Artifact.@Nullable Item item, Path to) throws IOException {
        if (item == null)
            throw new IOException("the repository lacks " + to.getFileName());
        try (InputStream in = BasicDatasets.REPOSITORY.openStream(item, null)) {
            Files.copy(in, to);
        }
    }
}
