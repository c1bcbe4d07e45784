package org.lamina.app;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.lamina.file.WholeFile;

/// What the program remembers between starts: a JSON file of texts, numbers and lists of texts by name. A file that
/// cannot be read or written costs the memory, nothing else.
public final class Settings {

    private static final Logger LOG = Logger.getLogger(Settings.class.getName());
    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final Executor background;
    private final Map<String, Object> values;

    private Settings(Path file, Executor background, Map<String, Object> values) {
        this.file = file;
        this.background = background;
        this.values = values;
    }

    /// Reads the file; blocks, so it is called before there is a window.
    ///
    /// @param background writes the file
    public static Settings load(Path file, Executor background) {
        return new Settings(file, background, new TreeMap<>(read(file)));
    }

    /// Where the file is, and what else is the person's own.
    public Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    public String text(String name, String otherwise) {
        return values.get(name) instanceof String text ? text : otherwise;
    }

    public double number(String name, double otherwise) {
        return values.get(name) instanceof Number number && Double.isFinite(number.doubleValue())
                ? number.doubleValue()
                : otherwise;
    }

    public List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
                : List.of();
    }

    public void set(String name, String text) {
        put(name, text);
    }

    public void set(String name, double number) {
        put(name, number);
    }

    public void set(String name, List<String> texts) {
        put(name, List.copyOf(texts));
    }

    private void put(String name, Object value) {
        if (value.equals(values.put(name, value)))
            return;
        Map<String, Object> snapshot = new TreeMap<>(values);
        background.execute(() -> write(snapshot));
    }

    private static Map<String, Object> read(Path file) {
        if (!Files.exists(file))
            return Map.of();
        try {
            return JSON.readValue(file.toFile(), new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            LOG.log(Level.WARNING, "settings are forgotten: " + file + " cannot be read", e);
            return Map.of();
        }
    }

    private synchronized void write(Map<String, Object> snapshot) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(file, JSON.writeValueAsBytes(snapshot));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "settings are not kept: " + file + " cannot be written", e);
        }
    }
}
