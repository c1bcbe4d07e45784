package org.lamina.spec;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All entries of one service on the class path, with their defaults: layers, data sources, exporters.
public final class Catalogue<T> {

    private static final class Layers {
        static final Catalogue<Layer> ALL = of(Layer.class);
    }

    private final Map<String, T> byId;
    private final List<T> entries;

    private Catalogue(List<T> found) {
        entries = found.stream().sorted(
                Comparator.comparing((T e) -> Cards.card(e.getClass()).family())
                        .thenComparing(e -> Cards.card(e.getClass()).title()))
                .toList();
        byId = entries.stream().collect(Collectors.toMap(e -> Cards.card(e.getClass()).id(), Function.identity()));
    }

    public static <T> Catalogue<T> of(Class<T> service) {
        return new Catalogue<>(
                ServiceLoader.load(service, service.getClassLoader()).stream().map(ServiceLoader.Provider::get)
                        .toList());
    }

    public static Catalogue<Layer> layers() {
        return Layers.ALL;
    }

    /// Entries with their defaults, by family, then by title.
    public List<T> entries() {
        return entries;
    }

    public Optional<T> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// @throws IllegalArgumentException where there is no such entry
    public T get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no entry with id '" + id + "'"));
    }
}
