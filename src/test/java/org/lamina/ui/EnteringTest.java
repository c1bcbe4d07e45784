package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnteringTest {

    static {
        FxDriver.start();
    }

    /// A random tree of panes, scrolled ones and frames among them.
    private static Node tree(Random random, int depth) {
        if (depth == 0)
            return new Label("leaf " + random.nextInt(1000));
        List<Node> children = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--)
            children.add(tree(random, depth - 1));
        Pane pane = random.nextBoolean() ? new VBox() : new HBox();
        pane.getChildren().setAll(children);
        return switch (random.nextInt(5)) {
            case 0 -> new ScrollPane(pane);
            case 1 -> new BorderPane(pane);
            default -> pane;
        };
    }

    /// Each node by its kind and text, those in it in brackets.
    private static String words(Node node) {
        if (node instanceof Label label)
            return label.getText();
        List<Node> inside = node instanceof ScrollPane scroll ? List.of(scroll.getContent())
                : ((Parent) node).getChildrenUnmodifiable();
        return node.getClass().getSimpleName() + inside.stream().map(EnteringTest::words).toList();
    }

    private static void settle() throws InterruptedException {
        while (!FxDriver.call(Entering::isSettled))
            TimeUnit.MILLISECONDS.sleep(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everythingEntersWhereItBelongs(long seed) throws InterruptedException {
        VBox root = new VBox();
        Node part = tree(new Random(seed), 4);
        String whole = words(part);
        int taken = FxDriver.call(() -> {
            Entering.slowly(part);
            root.getChildren().add(part);
            return words(part).length();
        });
        assertThat(taken).isLessThan(whole.length() / 2);
        settle();
        assertThat(words(part)).isEqualTo(whole);
    }

    @Test
    void whatFillsAPaneMeanwhileTakesThePlaceOfWhatHasNotEnteredIt() throws InterruptedException {
        VBox list = new VBox();
        Label found = new Label("found");
        FxDriver.run(() -> {
            for (int i = 0; i < 20; i++)
                list.getChildren().add(new Label("entry " + i));
            Entering.slowly(list);
            list.getChildren().setAll(found);
        });
        settle();
        assertThat(list.getChildren()).containsExactly(found);
    }

    @Test
    void windowAnswersBetweenPiecesAndTheEndComesLast() throws InterruptedException {
        List<String> done = new ArrayList<>();
        FxDriver.run(() -> {
            Entering.atEnd(() -> done.add("an end that nobody wants any more"));
            Entering.atEnd(() -> done.add("end"));
            for (int i = 0; i < 4; i++) {
                int piece = i;
                Entering.soon(() -> {
                    done.add("piece " + piece);
                    sleep();
                    if (piece == 0)
                        Entering.soon(() -> done.add("piece of a piece"));
                });
            }
            Platform.runLater(() -> Platform.runLater(() -> done.add("answer")));
        });
        settle();
        assertThat(done).endsWith("piece 3", "piece of a piece", "end").hasSize(7);
        assertThat(done.indexOf("answer")).isBetween(1, 2);
    }

    /// Longer than pieces enter without a break.
    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
