package org.lamina.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private static final Migrations THREE = new Migrations(
            List.of(file -> file.put("second", true), file -> file.put("third", file.has("second"))));

    private static ObjectNode version(int number) {
        return JsonNodeFactory.instance.objectNode().put("version", number);
    }

    @Test
    void anOldFileTakesEveryStepToThePresent() throws ProjectException {
        assertThat(THREE.present(version(1))).isEqualTo(version(1).put("second", true).put("third", true));
        assertThat(THREE.present(version(2))).isEqualTo(version(2).put("third", false));
        assertThat(THREE.present(version(3))).isEqualTo(version(3));
    }

    @Test
    void aFileOfANewerVersionIsRefused() {
        assertThatExceptionOfType(ProjectException.class).isThrownBy(() -> THREE.present(version(4)))
                .withMessageContaining("file version 4, this one reads up to 3");
    }
}
