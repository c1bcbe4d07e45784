package org.lamina.data.read;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lamina.data.DataException;
import org.lamina.data.DataSet;
import org.lamina.data.DataSource;
import org.lamina.data.Images;
import org.lamina.data.Progress;
import org.lamina.data.read.IdxFile.Pictures;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.spec.Location;
import org.lamina.tensor.Shape;

/// Pictures with labels in the four files of MNIST (LeCun, Cortes and Burges) and the sets made like it.
@AutoService(DataSource.class)
@Card(id = "idx", title = "MNIST files (IDX)", keywords = {"mnist", "fashion", "emnist", "kmnist", "ubyte"})
@Help("""
        A folder with `train-images-idx3-ubyte` and `train-labels-idx1-ubyte`, and with `t10k-images-idx3-ubyte` and
        `t10k-labels-idx1-ubyte` for testing, plain or with `.gz`. The test pictures validate.
        """)
public record Idx(
        @Help("The folder that holds the files.") @Location(Location.Kind.FOLDER) String folder,
        @Help("Names of the classes in order, separated by commas. Empty: their numbers, or Fashion-MNIST's names where the folder's name contains `fashion`.") String classes)
        implements
            DataSource {

    private static final List<String> FASHION = List.of("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal",
            "Shirt", "Sneaker", "Bag", "Ankle boot");
    private static final String NEEDED = "a folder with MNIST's files";

    public Idx() {
        this("", "");
    }

    @Override
    public DataSource at(Path location) {
        return new Idx(location.toString(), classes);
    }

    @Override
    public DataSet open(Path base, Progress progress) throws DataException {
        Path place = Reading.folder(base, folder, NEEDED);
        List<Pictures> parts = new ArrayList<>();
        part(place, "train", progress).ifPresent(parts::add);
        Optional<Pictures> test = part(place, "(t10k|test)", progress);
        test.ifPresent(parts::add);
        if (parts.isEmpty())
            throw new DataException("Needs " + NEEDED + " such as train-images-idx3-ubyte.gz, but " + place
                    + " holds none: choose another folder or get MNIST.");
        return joined(place, parts, parts.size() == 2 ? parts.get(1).labels().length : 0);
    }

    private Images joined(Path place, List<Pictures> parts, int heldOut) throws DataException {
        Shape shape = parts.getFirst().shape();
        if (!parts.getLast().shape().equals(shape))
            throw new DataException("Needs test pictures of the training pictures' size " + shape + ", got "
                    + parts.getLast().shape() + ": both must be of one set.");
        int[] labels = parts.stream().flatMapToInt(p -> Arrays.stream(p.labels())).toArray();
        byte[][] pixels = parts.stream().flatMap(p -> Arrays.stream(p.pixels())).toArray(byte[][]::new);
        return new Images(shape, names(place, Arrays.stream(labels).max().orElse(0) + 1), pixels, labels, heldOut,
                parts.stream().flatMap(p -> p.warnings().stream()).toList());
    }

    private List<String> names(Path place, int count) throws DataException {
        List<String> given = Stream.of(classes.split(",", -1)).map(String::strip).filter(n -> !n.isEmpty()).toList();
        if (given.size() >= count)
            return given;
        if (!given.isEmpty())
            throw new DataException("Needs the names of " + count + " classes, got " + given.size()
                    + ": add the missing ones or leave the field empty.");
        boolean fashion = place.getFileName().toString().toLowerCase(Locale.ROOT).contains("fashion");
        return fashion && count <= FASHION.size() ? FASHION
                : IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    private static Optional<Pictures> part(Path place, String part, Progress progress) throws DataException {
        Optional<Path> images = find(place, part, "images");
        Optional<Path> labels = find(place, part, "labels");
        if (images.isEmpty() && labels.isEmpty())
            return Optional.empty();
        if (images.isEmpty() || labels.isEmpty())
            throw new DataException("Needs a file of labels for every file of images, but " + place + " holds only "
                    + images.or(() -> labels).orElseThrow().getFileName() + ": put the other one beside it.");
        return Optional.of(IdxFile.read(images.get(), labels.get(), progress));
    }

    /// The file of one part and kind; of a plain and a packed one the plain.
    private static Optional<Path> find(Path place, String part, String kind) throws DataException {
        String pattern = "(.*[-_.])?" + part + "[-_.]" + kind + "([-_.].*)?";
        return Reading.entries(place).stream()
                .filter(f -> f.getFileName().toString().toLowerCase(Locale.ROOT).matches(pattern)).findFirst();
    }
}
