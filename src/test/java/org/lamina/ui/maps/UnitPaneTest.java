package org.lamina.ui.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import javafx.event.Event;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Test;
import org.lamina.app.colour.Scale;
import org.lamina.app.colour.Units;
import org.lamina.ui.FxDriver;

final class UnitPaneTest {

    static {
        FxDriver.start();
    }

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<Cell> pointed = new ArrayList<>();

    /// What a language model of width 768 makes of 256 tokens. A cell on screen is the mean of 4×4 numbers; arrows walk over
    /// the numbers.
    @Test
    void unitOfManyNumbersIsDrawnElsewhereAndNoFinerThanShown() {
        Units map = new Units(1, 768, 256, new float[768 * 256]);
        Arrays.fill(map.values(), 0, 4, 1);
        UnitPane pane = FxDriver.call(() -> {
            UnitPane made = new UnitPane(pointed::add, new Region(), background::add);
            made.show("Unit 1", map, 0, new Scale(0, 1));
            return made;
        });
        ImageView picture = (ImageView) room(pane).getChildrenUnmodifiable().getFirst();
        assertThat(picture.getImage()).isNull();
        background.remove().run();
        FxDriver.run(() -> {
            assertThat(picture.getImage().getWidth()).isBetween(48.0, 768 / 4.0);
            assertThat(pane.numbers().toString()).isNotEmpty();
            Event.fireEvent(room(pane), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false,
                    false));
            assertThat(pointed).containsExactly(new Cell(0, 385, 128));
            pane.frame(new Cell(0, 385, 128));
            Rectangle frame = (Rectangle) room(pane).getChildrenUnmodifiable().getLast();
            double number = picture.getFitWidth() / 768;
            assertThat(frame.getWidth()).isCloseTo(number, within(0.01));
            assertThat(frame.getX()).isCloseTo(385 * number, within(0.5));
        });
    }

    @Test
    void smallUnitIsDrawnAtOnce() {
        FxDriver.run(() -> {
            UnitPane pane = new UnitPane(pointed::add, new Region(), background::add);
            pane.show("Unit 1", new Units(1, 2, 2, new float[]{0, 1, 2, 3}), 0, new Scale(0, 3));
            assertThat(((ImageView) room(pane).getChildrenUnmodifiable().getFirst()).getImage()).isNotNull();
        });
        assertThat(background).isEmpty();
    }

    private static Region room(UnitPane pane) {
        return pane.getChildren().stream().filter(part -> "maps-unit-cells".equals(part.getId()))
                .map(Region.class::cast)
                .findFirst().orElseThrow();
    }
}
