package org.lamina.ui.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.EngineLink;
import org.lamina.app.Notice;
import org.lamina.app.Notices;
import org.lamina.app.Numbers;
import org.lamina.app.ScriptedEngine;
import org.lamina.ui.FxDriver;
import org.w3c.dom.Element;

class TakingTest {

    static {
        FxDriver.start();
    }

    @TempDir
    Path folder;

    private final Notices notices = new Notices(new EngineLink(new ScriptedEngine()));
    private Numbers numbers = Numbers.of(List.of("x"), List.of(List.of(1)));

    private final Takeaway view = new Takeaway() {
        @Override
        public String subject() {
            return "Maps of Conv 1";
        }

        @Override
        public Node pictured() {
            return new VBox(new Rectangle(30, 20, Color.RED));
        }

        @Override
        public Numbers numbers() {
            return numbers;
        }
    };

    private Taking into(Path file) {
        return new Taking(notices, (_, _) -> Optional.of(file), Runnable::run);
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!FxDriver.call(condition::getAsBoolean))
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
    }

    /// The next message, read.
    private Notice said() {
        until(() -> !notices.waiting().isEmpty());
        return FxDriver.call(() -> {
            Notice said = notices.waiting().getFirst();
            notices.dismiss(said);
            return said;
        });
    }

    @Test
    void pictureIsTwiceAsFineAndNumbersAreTheTable() throws Exception {
        Path picture = folder.resolve("a.png");
        Path table = folder.resolve("a.csv");
        FxDriver.run(() -> into(picture).savePicture(view));
        assertThat(said()).isEqualTo(new Notice(Notice.Kind.DONE, "Maps of Conv 1 is saved in " + picture, "", null));
        var image = ImageIO.read(picture.toFile());
        assertThat(List.of(image.getWidth(), image.getHeight(), image.getRGB(30, 20)))
                .isEqualTo(List.of(60, 40, 0xffff0000));
        FxDriver.run(() -> into(table).saveNumbers(view));
        assertThat(said().text()).endsWith(table.toString());
        assertThat(table).hasContent("x\r\n1\r\n");
    }

    @Test
    void drawingIsOfTheSameSizeAndKeepsColours() throws Exception {
        Path drawing = folder.resolve("a.svg");
        FxDriver.run(() -> into(drawing).saveDrawing(view));
        assertThat(said().text()).endsWith(drawing.toString());
        Element svg = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(drawing.toFile())
                .getDocumentElement();
        assertThat(List.of(svg.getAttribute("viewBox"), svg.getTextContent())).containsExactly("0 0 30 20",
                "Maps of Conv 1");
        Element red = (Element) svg.getElementsByTagName("path").item(0);
        assertThat(List.of(red.getAttribute("fill"), red.getAttribute("d").charAt(0))).containsExactly("#ff0000", 'M');
    }

    @Test
    void placeThatCannotBeWrittenIsToldWithTheReason() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "kept");
        for (Path place : List.of(file.resolve("a.png"), folder)) {
            FxDriver.run(() -> into(place).savePicture(view));
            Notice said = said();
            assertThat(said.kind()).isEqualTo(Notice.Kind.FAILURE);
            assertThat(said.text()).startsWith("Maps of Conv 1 could not be saved in " + place + ": ")
                    .endsWith(". Choose another folder");
            FxDriver.run(() -> into(place).saveNumbers(view));
            assertThat(said().kind()).isEqualTo(Notice.Kind.FAILURE);
        }
        assertThat(file).hasContent("kept");
    }

    @Test
    void whatTakesLongIsToldAndCanBeCancelled() {
        Path file = folder.resolve("a.png");
        Queue<Runnable> background = new ConcurrentLinkedQueue<>();
        Taking slow = FxDriver.call(() -> new Taking(notices, (_, _) -> Optional.of(file), background::add));
        FxDriver.run(() -> slow.savePicture(view));
        until(() -> slow.progress().isVisible());
        FxDriver.run(() -> ((Button) slow.progress().lookup("#taking-cancel")).fire());
        until(() -> !slow.progress().isVisible());
        for (Runnable work = background.poll(); work != null; work = background.poll())
            work.run();
        FxDriver.run(() -> {});
        assertThat(file).doesNotExist();
        assertThat(FxDriver.call(() -> notices.waiting().size())).isZero();
    }

    @Test
    void emptyViewSaysThatThereIsNothing() {
        numbers = Numbers.NONE;
        Path file = folder.resolve("a");
        FxDriver.run(() -> into(file).ways().forEach(way -> way.take().accept(view)));
        assertThat(said()).isEqualTo(new Notice(Notice.Kind.WARNING,
                "Maps of Conv 1: there is nothing to take away yet, as nothing is shown", "", null));
        assertThat(file).doesNotExist();
    }

    @Test
    void subjectNamesTheFile() {
        assertThat(Taking.fileName("Conv 1: 16 maps of 28×28")).isEqualTo("conv-1-16-maps-of-28-28");
    }
}
