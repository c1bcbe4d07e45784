package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PickerTest {

    private static final int CHOICES = 40;

    private Picker<String> picker;
    private FxDriver driver;

    @BeforeEach
    void show() {
        picker = FxDriver.call(Picker::new);
        driver = FxDriver.show(() -> {
            picker.getItems().setAll(IntStream.rangeClosed(1, CHOICES).mapToObj(i -> "Layer " + i).toList());
            picker.setValue("Layer 2");
            picker.setId("picker");
            return new StackPane(new HBox(picker));
        }, 400, 300);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void closedPickerHasNoList() {
        assertThat(driver.all(".list-view")).isEmpty();
    }

    @Test
    void openedForTheFirstTimeItsListHasItsSizeAndStandsBelow() {
        driver.click("#picker").pulses(3);
        List<Node> cells = cells();
        assertThat(cells).hasSizeBetween(picker.getVisibleRowCount(), picker.getVisibleRowCount() + 1);
        Bounds box = FxDriver.call(() -> picker.localToScreen(picker.getBoundsInLocal()));
        Bounds first = FxDriver.call(() -> cells.getFirst().localToScreen(cells.getFirst().getBoundsInLocal()));
        assertThat(first.getMinY()).isBetween(box.getMaxY() - 1, box.getMaxY() + first.getHeight());
        assertThat(first.getMinX()).isBetween(box.getMinX() - 10, box.getMinX() + 20);
        assertThat(list().getScene().getWidth()).isGreaterThanOrEqualTo(box.getWidth() - 10);
    }

    @Test
    void choosesByKeysEveryTimeItIsOpened() {
        for (int round = 0; round < 2; round++) {
            driver.click("#picker").pulses(3);
            FxDriver.run(() -> assertThat(list().isFocused()).isTrue());
            driver.key(KeyCode.ESCAPE).pulses(2);
            assertThat(FxDriver.call(picker::isShowing)).isFalse();
        }
        driver.key(KeyCode.DOWN).pulses(1);
        assertThat(FxDriver.call(picker::getValue)).isEqualTo("Layer 3");
    }

    /// As wide as its longest words, whatever is chosen.
    @Test
    void widthIsThatOfTheLongestWords() {
        double width = FxDriver.call(picker::getWidth);
        FxDriver.run(() -> picker.setValue("Layer 40"));
        driver.pulses(2);
        assertThat(FxDriver.call(picker::getWidth)).isEqualTo(width);
        FxDriver.run(() -> picker.getItems().add("A layer with a much longer name"));
        driver.pulses(2);
        assertThat(FxDriver.call(picker::getWidth)).isGreaterThan(width + 50);
    }

    private Node list() {
        return Window.getWindows().stream().filter(PopupWindow.class::isInstance).map(Window::getScene)
                .map(Scene::getRoot).flatMap(root -> root.lookupAll(".list-view").stream()).findFirst().orElseThrow();
    }

    private List<Node> cells() {
        return FxDriver.call(() -> list().lookupAll(".list-cell").stream()
                .filter(cell -> cell.isVisible() && !((ListCell<?>) cell).isEmpty())
                .sorted((a, b) -> Double.compare(a.getLayoutY(), b.getLayoutY())).toList());
    }
}
