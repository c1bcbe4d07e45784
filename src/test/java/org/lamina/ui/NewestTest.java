package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class NewestTest {

    static {
        FxDriver.start();
    }

    private static final int LARGE = 1_000_000;

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private final Newest<String> newest = new Newest<>(background::add, shown::add);

    private void ask(int numbers, String... drawings) {
        FxDriver.run(() -> List.of(drawings).forEach(drawing -> newest.draw(numbers, () -> drawing)));
    }

    private void draw() {
        background.remove().run();
        FxDriver.run(() -> {});
    }

    @Test
    void ofWhatIsAskedForMeanwhileOnlyTheNewestIsDrawn() {
        ask(LARGE, "a", "b", "c");
        assertThat(shown).isEmpty();
        draw();
        draw();
        assertThat(shown).containsExactly("a", "c");
        assertThat(background).isEmpty();
    }

    @Test
    void smallOneIsShownAtOnceAndNoneThatWasAskedForBefore() {
        ask(LARGE, "a", "b");
        ask(1, "c");
        assertThat(shown).containsExactly("c");
        ask(LARGE, "d");
        draw();
        draw();
        assertThat(shown).containsExactly("c", "d");
        assertThat(background).isEmpty();
    }

    @Test
    void oneThatCannotBeDrawnKeepsNothingFromTheNext() {
        FxDriver.run(() -> newest.draw(LARGE, () -> {
            throw new IllegalStateException("as where a picture is broken");
        }));
        ask(LARGE, "b");
        draw();
        draw();
        assertThat(shown).containsExactly("b");
    }
}
