package org.lamina.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.lamina.graph.Definition;
import org.lamina.graph.Use;
import org.lamina.project.BlockFile;
import org.lamina.project.Layout;
import org.lamina.project.ProjectException;
import org.lamina.spec.Layer;

/// The blocks of the palette: those that come with the program, and those that a person keeps, each a file. Files are
/// read and written in the background; one that cannot be read is told of and left alone.
public final class BlockShelf {

    private final Path folder;
    private final Executor background;
    private final Executor window;
    private final Consumer<String> complain;
    private final ObservableList<Use> blocks = FXCollections.observableArrayList();
    private final Map<Definition, Map<String, Layout>> layouts = new HashMap<>();
    private final Map<String, Path> own = new HashMap<>();
    private final Set<Path> unreadable = new HashSet<>();

    /// @param shipped folder of the blocks that come with the program
    /// @param folder of the person's own
    /// @param complain tells the person of a file that cannot be read or written
    public BlockShelf(Path shipped, Path folder, Executor background, Executor window, Consumer<String> complain) {
        this.folder = folder;
        this.background = background;
        this.window = window;
        this.complain = complain;
        background.execute(() -> {
            files(shipped).forEach(file -> read(file, false));
            files(folder).forEach(file -> read(file, true));
        });
    }

    /// One that is empty and keeps nothing.
    public static BlockShelf none() {
        return new BlockShelf(Path.of(""), Path.of(""), _ -> {}, _ -> {}, _ -> {});
    }

    /// The program's, then the person's own.
    public ObservableList<Use> blocks() {
        return FXCollections.unmodifiableObservableList(blocks);
    }

    /// Whether a layer of the palette is a block that the person keeps.
    public boolean isOwn(Layer layer) {
        return layer instanceof Use use && blocks.contains(use) && own.containsKey(use.definition().name());
    }

    /// Where the nodes inside a block, and inside those it uses, stand.
    Map<String, Layout> layouts(Definition block) {
        return layouts.getOrDefault(block, Map.of());
    }

    /// Keeps a block, in place of one of the same name.
    public void keep(BlockFile.Kept block) {
        Path file = own.getOrDefault(block.definition().name(), free(block.definition().name()));
        background.execute(() -> {
            try {
                Files.createDirectories(folder);
                BlockFile.save(block, file);
                window.execute(() -> put(block, file, true));
            } catch (IOException | ProjectException e) {
                complain(e);
            }
        });
    }

    /// Takes one of the person's own off the palette, and its file away. Projects that use it keep it.
    public void remove(Layer layer) {
        if (!(layer instanceof Use use) || !isOwn(layer))
            return;
        Path file = own.remove(use.definition().name());
        blocks.remove(use);
        background.execute(() -> {
            try {
                if (file != null)
                    Files.deleteIfExists(file);
            } catch (IOException e) {
                complain(e);
            }
        });
    }

    private void put(BlockFile.Kept block, Path file, boolean isOwn) {
        String name = block.definition().name();
        if (isOwn && own.put(name, file) != null)
            blocks.removeIf(b -> b.definition().name().equals(name));
        layouts.put(block.definition(), block.layouts());
        blocks.add(new Use(block.definition()));
    }

    private void read(Path file, boolean isOwn) {
        try {
            BlockFile.Kept block = BlockFile.open(file);
            window.execute(() -> put(block, file, isOwn));
        } catch (ProjectException e) {
            window.execute(() -> {
                unreadable.add(file);
                complain.accept("A block is left out of the palette, its file stays as it is: " + e.getMessage());
            });
        }
    }

    private void complain(Exception e) {
        window.execute(() -> complain.accept("A block of the palette: " + e.getMessage()));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.toString().endsWith(BlockFile.EXTENSION)).sorted().toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// A file that no other block has, named like the block as far as file systems allow.
    private Path free(String name) {
        String stem = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        Path file = folder.resolve((stem.isEmpty() ? "block" : stem) + BlockFile.EXTENSION);
        for (int number = 2; own.containsValue(file) || unreadable.contains(file); number++)
            file = folder.resolve((stem.isEmpty() ? "block" : stem) + "-" + number + BlockFile.EXTENSION);
        return file;
    }
}
