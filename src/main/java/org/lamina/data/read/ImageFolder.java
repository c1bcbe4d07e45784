package org.lamina.data.read;

import com.google.auto.service.AutoService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lamina.data.DataException;
import org.lamina.data.DataSet;
import org.lamina.data.DataSource;
import org.lamina.data.Images;
import org.lamina.data.Progress;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.spec.Int;
import org.lamina.spec.Location;
import org.lamina.spec.Words;
import org.lamina.tensor.Shape;

/// Pictures in a folder per class.
@AutoService(DataSource.class)
@Card(id = "image-folder", title = "Folder of images", keywords = {"pictures", "photos", "png", "jpeg", "own"})
@Help("""
        A folder that holds a folder per class with its pictures: PNG, JPEG, GIF or BMP. Every picture is brought to
        one size. Where the folder holds `train` and `test` (or `val`), each with the folders of the classes, the
        pictures of `test` validate. A picture that cannot be read is named and left out.
        """)
public record ImageFolder(
        @Help("The folder that holds the folders of the classes.") @Location(Location.Kind.FOLDER) String folder,
        @Help("Width of the network's pictures.") @Int(min = 1, max = 1024, soft = 256, unit = "px") int width,
        @Help("Height of the network's pictures.") @Int(min = 1, max = 1024, soft = 256, unit = "px") int height,
        @Help("Grey pictures have one channel, coloured ones three: red, green, blue.") Channels channels,
        @Help("How a picture of another size is brought to this one.") Resize resize) implements DataSource {

    private static final String NEEDED = "a folder that holds a folder of pictures per class";

    /// How colours become channels.
    public enum Channels {
        GREY,
        COLOUR;

        int count() {
            return this == GREY ? 1 : 3;
        }
    }

    /// How a picture of another size is brought to the wanted one.
    public enum Resize {
        /// The picture keeps its proportions; what stands out is cut off evenly.
        CROP,
        /// The picture keeps its proportions; black fills the rest.
        FIT,
        /// Width and height are scaled apart.
        STRETCH
    }

    /// A picture's file and its class.
    private record Labelled(Path file, String label) {}

    public ImageFolder() {
        this("", 32, 32, Channels.COLOUR, Resize.CROP);
    }

    @Override
    public DataSource at(Path location) {
        return new ImageFolder(location.toString(), width, height, channels, resize);
    }

    @Override
    public DataSet open(Path base, Progress progress) throws DataException {
        Path place = Reading.folder(base, folder, NEEDED);
        Optional<Path> train = part(place, "train");
        Optional<Path> test = train.isEmpty() ? Optional.empty() : part(place, "test|val|valid|validation");
        List<Labelled> training = labelled(train.orElse(place));
        List<Labelled> testing = test.isEmpty() ? List.of() : labelled(test.get());
        List<Labelled> all = Stream.concat(training.stream(), testing.stream()).toList();
        if (all.isEmpty())
            throw new DataException("Needs " + NEEDED + ", but " + place
                    + " holds no folder with a PNG, JPEG, GIF or BMP picture: choose the folder above the classes' folders.");
        return read(all, training.size(), progress);
    }

    private Images read(List<Labelled> all, int training, Progress progress) throws DataException {
        Shape shape = Shape.image(channels.count(), height, width);
        Reading.checkMemory((double) all.size() * shape.elements(),
                Words.count(all.size(), "picture") + " of " + shape);
        List<String> classes = List.copyOf(new TreeSet<>(all.stream().map(Labelled::label).toList()));
        List<byte[]> pixels = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        int heldOut = 0;
        for (int i = 0; i < all.size(); i++) {
            Reading.report(progress, (double) i / all.size(), "Reading pictures");
            Labelled picture = all.get(i);
            try {
                pixels.add(Picture.read(picture.file(), shape, resize));
                labels.add(classes.indexOf(picture.label()));
                heldOut += i < training ? 0 : 1;
            } catch (DataException e) {
                warnings.add(e.getMessage());
            }
        }
        if (pixels.isEmpty())
            throw new DataException("None of %s can be read. The first: %s".formatted(
                    Words.count(all.size(), "picture"), warnings.getFirst()));
        return new Images(shape, classes, pixels.toArray(byte[][]::new),
                labels.stream().mapToInt(Integer::intValue).toArray(), heldOut, warnings);
    }

    private static Optional<Path> part(Path place, String names) throws DataException {
        return Reading.entries(place).stream()
                .filter(f -> Files.isDirectory(f) && f.getFileName().toString().matches("(?i)" + names)).findFirst();
    }

    private static List<Labelled> labelled(Path place) throws DataException {
        List<Labelled> pictures = new ArrayList<>();
        for (Path folder : Reading.entries(place))
            if (Files.isDirectory(folder))
                for (Path file : Reading.entries(folder))
                    if (Picture.isNamedLikeOne(file))
                        pictures.add(new Labelled(file, folder.getFileName().toString()));
        return pictures;
    }
}
