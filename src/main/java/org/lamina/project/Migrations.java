package org.lamina.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;

/// Brings a file of an older version to the present one, a version at a time: step 0 makes version 2 of version 1, and
/// so on. The present version is one more than there are steps.
record Migrations(List<UnaryOperator<ObjectNode>> steps) {

    /// What is written where there are no blocks, so that an older Lamina can read it.
    static final int WITHOUT_BLOCKS = 1;

    /// Version 2 may hold blocks.
    static final Migrations ALL = new Migrations(List.of(UnaryOperator.identity()));

    int version() {
        return steps.size() + 1;
    }

    ObjectNode present(ObjectNode file) throws ProjectException {
        ObjectNode tree = file;
        for (int version = versionOf(file); version < version(); version++)
            tree = steps.get(version - 1).apply(tree);
        return tree;
    }

    private int versionOf(ObjectNode file) throws ProjectException {
        JsonNode version = file.path("version");
        if (!version.canConvertToInt() || !version.isIntegralNumber() || version.intValue() < 1)
            throw new ProjectException("version: needs a whole number from 1, got " + Excerpt.of(version));
        if (version.intValue() > version())
            throw new ProjectException(
                    "was written by a newer Lamina (file version %d, this one reads up to %d): update Lamina to open it"
                            .formatted(version.intValue(), version()));
        return version.intValue();
    }
}
