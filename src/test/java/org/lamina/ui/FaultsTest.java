package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What looks for faults finds them.
class FaultsTest {

    @ParameterizedTest
    @MethodSource
    void everyKindOfFaultIsFound(Callable<Parent> content, List<String> faults) {
        try (FxDriver window = FxDriver.show(content, 120, 80)) {
            assertThat(Faults.of(window.scene().getRoot())).satisfiesExactly(
                    faults.stream()
                            .map(f -> (org.assertj.core.api.ThrowingConsumer<String>) s -> assertThat(s).contains(f))
                            .toArray(org.assertj.core.api.ThrowingConsumer[]::new));
        }
    }

    static Stream<Arguments> everyKindOfFaultIsFound() {
        return Stream.of(Arguments.of(of(() -> new VBox(new Label("short"), new Label("words"))), List.of()),
                Arguments.of(of(() -> new VBox(new Label("much too long for a window as narrow as this one"))),
                        List.of("“much too long for a window as narrow as this one” is cut to")),
                Arguments.of(of(() -> new StackPane(wide(300))), List.of("sticks out")),
                Arguments.of(of(() -> new HBox(-30, wide(40), wide(40))), List.of("lies on")));
    }

    private static Callable<Parent> of(Callable<Parent> content) {
        return content;
    }

    private static Region wide(double width) {
        Region region = new Region();
        region.setMinSize(width, 20);
        region.setMaxSize(width, 20);
        return region;
    }
}
