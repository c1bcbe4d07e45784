package org.lamina.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectModuleTest {

    record Letter(String to, Project project, int number) {}

    @Test
    void projectsTravelInsideOtherValuesThroughCbor() throws IOException {
        CBORMapper cbor = CBORMapper.builder().addModule(new ProjectModule()).build();
        for (Project project : List.of(RandomProjects.trainable(), RandomProjects.of(3), RandomProjects.of(4))) {
            Letter letter = new Letter("engine", project, 7);
            assertThat(cbor.readValue(cbor.writeValueAsBytes(letter), Letter.class)).isEqualTo(letter);
        }
    }
}
