package org.lamina.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.lamina.graph.NodeId;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Param;
import org.lamina.spec.Params;

/// Takes values out of a file's tree. What cannot be understood is refused with its place; what can be left out without
/// guessing is left out and reported.
final class Reading {

    private final List<String> warnings = new ArrayList<>();

    List<String> warnings() {
        return warnings;
    }

    void warn(String message) {
        warnings.add(message);
    }

    /// An entry of a catalogue with its parameters.
    <T> T entry(Catalogue<T> catalogue, String kind, ObjectNode tree, String key, String place)
            throws ProjectException {
        String id = text(tree, key, place);
        Optional<T> found = catalogue.find(id);
        if (found.isEmpty())
            throw new ProjectException("%s: there is no %s '%s' in this Lamina; the file may come from a newer one"
                    .formatted(place, kind, Excerpt.of(id)));
        return parameters(found.get(), object(tree, "parameters", place), place);
    }

    <T> T parameters(T defaults, ObjectNode tree, String place) throws ProjectException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
            Param param = Params.findIn(defaults, field.getKey());
            if (param == null)
                warn("%s: there is no parameter '%s'; it was left out".formatted(place, Excerpt.of(field.getKey())));
            else if (values.put(param.name(), value(param, field.getValue(), place)) != null)
                throw new ProjectException("%s: the parameter %s is given twice".formatted(place, param.name()));
        }
        try {
            return Params.with(defaults, values);
        } catch (IllegalArgumentException e) {
            throw new ProjectException(place + ": " + Excerpt.sentence(e), e);
        }
    }

    private static Object value(Param param, JsonNode given, String place) throws ProjectException {
        try {
            return Params.convert(param, scalar(given));
        } catch (IllegalArgumentException e) {
            throw new ProjectException("%s: parameter %s: %s".formatted(place, param.name(), Excerpt.sentence(e)), e);
        }
    }

    private static Object scalar(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.numberValue();
            default -> throw new IllegalArgumentException("needs a single value, got " + Excerpt.of(node));
        };
    }

    void reportUnknown(ObjectNode tree, Set<String> known, String place) {
        for (Map.Entry<String, JsonNode> field : tree.properties())
            if (!known.contains(field.getKey()))
                warn(place + "'" + Excerpt.of(field.getKey()) + "' means nothing here; it was left out");
    }

    static NodeId id(ObjectNode tree, String key, String place) throws ProjectException {
        return id(text(tree, key, place), place + ": " + key);
    }

    /// A name of a node in its own graph, which is no way into a block.
    static NodeId id(String text, String place) throws ProjectException {
        try {
            NodeId id = new NodeId(text);
            if (!id.isPath())
                return id;
        } catch (IllegalArgumentException e) {
            throw new ProjectException(place + ": " + Excerpt.sentence(e), e);
        }
        throw new ProjectException(
                place + ": a node id is letters, digits, '-' or '_', got '" + Excerpt.of(text) + "'");
    }

    static String text(ObjectNode tree, String key, String place) throws ProjectException {
        JsonNode text = tree.path(key);
        if (!text.isTextual())
            throw new ProjectException(place + ": " + key + ": needs a text, got " + Excerpt.of(text));
        return text.textValue();
    }

    /// A text as a list of its lines.
    static String lines(ObjectNode tree, String key, String place) throws ProjectException {
        StringJoiner lines = new StringJoiner("\n");
        for (JsonNode line : list(tree, key, place, Integer.MAX_VALUE)) {
            if (!line.isTextual())
                throw new ProjectException(inside(place) + key + ": needs lines of text, got " + Excerpt.of(line));
            lines.add(line.textValue());
        }
        return lines.toString();
    }

    static ObjectNode object(ObjectNode tree, String key, String place) throws ProjectException {
        return object(tree.path(key), inside(place) + key);
    }

    static ObjectNode object(JsonNode node, String place) throws ProjectException {
        if (node instanceof ObjectNode object)
            return object;
        throw new ProjectException(place + ": needs an object, got " + Excerpt.of(node));
    }

    static JsonNode list(ObjectNode tree, String key, String place, int most) throws ProjectException {
        JsonNode list = tree.path(key);
        if (!list.isArray())
            throw new ProjectException(inside(place) + key + ": needs a list, got " + Excerpt.of(list));
        if (list.size() > most)
            throw new ProjectException("%s%s: at most %,d fit, got %,d".formatted(inside(place), key, most,
                    list.size()));
        return list;
    }

    static String inside(String place) {
        return place.isEmpty() ? "" : place + ": ";
    }
}
