package org.lamina.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/// A short piece of a file for a message.
final class Excerpt {
    private static final int LONGEST = 40;

    private Excerpt() {}

    static String of(JsonNode node) {
        return node.isMissingNode() ? "nothing" : of(node.isContainerNode() ? kind(node) : node.toString());
    }

    static String of(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "�");
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "…";
    }

    /// The first line of an exception's message, cut to what a person reads: without the parser's hints for programmers.
    static String sentence(Exception e) {
        String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        String line = Objects.requireNonNullElse(message, "").lines().findFirst().orElse("cannot be understood")
                .replaceFirst(": enable `.*| \\(start marker at .*|, from `[^`]*`", "")
                .replaceFirst("^Unexpected end-of-input.*", "the file ends too early")
                .replaceFirst("^Trailing token .*", "something follows the end of the project");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }

    private static String kind(JsonNode container) {
        return container.isArray() ? "a list" : "an object";
    }
}
