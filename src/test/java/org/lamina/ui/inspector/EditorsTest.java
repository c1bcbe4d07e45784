package org.lamina.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.app.Document;
import org.lamina.app.Form;
import org.lamina.app.Scenes;
import org.lamina.data.read.Csv;
import org.lamina.project.Optimizer;
import org.lamina.project.Project;
import org.lamina.spec.Location;
import org.lamina.spec.Param;
import org.lamina.tensor.Shape;
import org.lamina.ui.FxDriver;

/// Each kind of parameter has an editor that takes what is typed, refuses what is wrong under its field and keeps it
/// there, and makes one undo step of what it takes.
class EditorsTest {

    private static final String CHOSEN = "chosen.csv";

    private final Document document = FxDriver.call(() -> new Document(Scenes.project().with(new Csv())));
    private Form form = Form.plan(document);
    private FxDriver hand = open(form);

    private FxDriver open(Form shown) {
        form = shown;
        return FxDriver.show(() -> new HBox(new FormView(shown, new Paths() {
            @Override
            public Optional<String> choose(Location.Kind kind, String title) {
                return Optional.of(CHOSEN);
            }

            @Override
            public String written(Path path) {
                return path.toString();
            }
        })), 420, 1000);
    }

    private void show(Form shown) {
        hand.close();
        hand = open(shown);
    }

    @AfterEach
    void close() {
        hand.close();
    }

    private Form named(String name) {
        return switch (name) {
            case "input" -> Form.layers(document, List.of(Scenes.INPUT));
            case "conv" -> Form.layers(document, List.of(Scenes.CONV));
            case "data" -> Form.data(document);
            default -> Form.plan(document);
        };
    }

    static Stream<Arguments> typed() {
        return Stream.of(Arguments.of("whole number", "conv", "filters", " 24 ", 24),
                Arguments.of("real number", "plan", "learningRate", "2e-4", 2e-4),
                Arguments.of("real number with a comma", "plan", "momentum", "0,5", 0.5),
                Arguments.of("shape", "input", "shape", "3x32x32", Shape.image(3, 32, 32)),
                Arguments.of("text", "data", "label", "price", "price"),
                Arguments.of("path", "data", "file", "data/a.csv", "data/a.csv"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("typed")
    void whatIsTypedIsTakenOnEnterAndWhenTheFocusLeaves(String kind, String owner, String param, String text,
            Object expected) {
        show(named(owner));
        Project before = document.project();
        type(param, text).key(KeyCode.ENTER);
        assertThat(value(param)).isEqualTo(expected);
        FxDriver.run(document::undo);
        assertThat(document.project()).isSameAs(before);
        assertThat(field(param).getText()).as("shows what undo brought back").isNotEqualTo(text);

        type(param, text);
        assertThat(document.project()).as("not before").isSameAs(before);
        FxDriver.run(() -> hand.scene().getRoot().requestFocus());
        assertThat(value(param)).isEqualTo(expected);
        assertThat(complaint(param)).isEmpty();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("whole number", "conv", "filters", "0", "Filters needs 1 to 65536, got 0"),
                Arguments.of("no whole number", "conv", "filters", "2.5", "whole number"),
                Arguments.of("real number", "plan", "momentum", "1", "Momentum needs 0 to 0.9999, got 1"),
                Arguments.of("no number", "plan", "learningRate", "fast", "needs a number, got 'fast'"),
                Arguments.of("shape", "input", "shape", "3×", "got '3×'"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatIsRefusedStaysInTheFieldWithTheReasonUnderIt(String kind, String owner, String param, String text,
            String reason) {
        show(named(owner));
        Project before = document.project();
        String shown = field(param).getText();
        type(param, text).key(KeyCode.ENTER);
        assertThat(complaint(param)).contains(reason);
        assertThat(field(param).getText()).isEqualTo(text);
        assertThat(document.project()).isSameAs(before);
        hand.key(KeyCode.ESCAPE);
        assertThat(field(param).getText()).isEqualTo(shown);
        assertThat(complaint(param)).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void choiceAndSwitchAreTakenAtOnce() {
        FxDriver.run(() -> ((ComboBox<Object>) hand.find("#param-optimizer")).setValue(Optimizer.SGD));
        assertThat(value("optimizer")).isEqualTo(Optimizer.SGD);
        show(named("conv"));
        Object before = value("bias");
        FxDriver.run(() -> ((ToggleSwitch) hand.find("#param-bias")).setSelected(false));
        assertThat(value("bias")).isEqualTo(false).isNotEqualTo(before);
        FxDriver.run(document::undo);
        assertThat(((ToggleSwitch) hand.find("#param-bias")).isSelected()).isTrue();
    }

    @Test
    void pathThatIsChosenIsTaken() {
        show(named("data"));
        hand.click("#param-file .button");
        assertThat(value("file")).isEqualTo(CHOSEN);
    }

    @Test
    void sliderShowsWhileItMovesAndMakesOneStep() {
        show(named("conv"));
        Project before = document.project();
        Slider slider = (Slider) hand.find("#param-filters .slider");
        FxDriver.run(() -> {
            slider.setValueChanging(true);
            slider.setValue(0.25);
            slider.setValue(0.5);
        });
        Object halfway = value("filters");
        FxDriver.run(() -> slider.setValueChanging(false));
        assertThat(value("filters")).isEqualTo(halfway);
        assertThat(field("filters").getText()).isEqualTo(String.valueOf(halfway));
        FxDriver.run(document::undo);
        assertThat(document.project()).isSameAs(before);
    }

    @Test
    void arrowKeysStepANumber() {
        show(named("conv"));
        type("filters", "24").key(KeyCode.UP);
        assertThat(value("filters")).isEqualTo(25);
        hand.key(KeyCode.DOWN).key(KeyCode.DOWN);
        assertThat(value("filters")).isEqualTo(23);
    }

    private FxDriver type(String param, String text) {
        return hand.click(hand.centre(field(param))).key(KeyCode.A, KeyCode.CONTROL).key(KeyCode.DELETE).type(text);
    }

    private TextField field(String param) {
        Node editor = hand.find("#param-" + param);
        return FxDriver.call(() -> Objects.requireNonNull(
                editor instanceof TextField field ? field : (TextField) editor.lookup(".text-field")));
    }

    private String complaint(String param) {
        return FxDriver
                .call(() -> ((Label) hand.find("#param-" + param).getParent().lookup(".error-message")).getText());
    }

    private Object value(String name) {
        Param param = form.params().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
        return FxDriver.call(() -> form.value(param).orElseThrow());
    }
}
