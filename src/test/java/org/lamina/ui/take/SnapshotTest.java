package org.lamina.ui.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Transform;
import javafx.scene.transform.Translate;
import org.junit.jupiter.api.Test;
import org.lamina.ui.FxDriver;

class SnapshotTest {

    static {
        FxDriver.start();
    }

    /// Share of the numbers that may differ by more than a little: edges are smoothed by fractions that depend on where a
    /// strip begins.
    private static final double ROUNDING = 0.001;
    private static final int LITTLE = 4;

    private final VBox tall = FxDriver.call(() -> {
        VBox box = new VBox();
        for (int i = 0; i < 24; i++)
            box.getChildren().addAll(new Text("Maps of Conv %d".formatted(i)),
                    new Circle(7.3 + i, Color.hsb(30 * i, 1, 1)));
        new Scene(new Group(box), Color.WHITE);
        box.autosize();
        return box;
    });

    private static byte[] channels(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        ByteBuffer bytes = ByteBuffer.allocate(4 * pixels.length);
        bytes.asIntBuffer().put(pixels);
        return bytes.array();
    }

    /// Share of the channels of pixels that differ by more than a little.
    private static double apart(BufferedImage one, BufferedImage other) {
        byte[] a = channels(one);
        byte[] b = channels(other);
        assertThat(a).hasSameSizeAs(b);
        return (double) IntStream.range(0, a.length).filter(i -> Math.abs((a[i] & 0xff) - (b[i] & 0xff)) > LITTLE)
                .count() / a.length;
    }

    @Test
    void stripsMakeThePictureThatIsDrawnAtOnce() {
        BufferedImage whole = FxDriver.call(() -> {
            SnapshotParameters how = new SnapshotParameters();
            how.setTransform(Transform.scale(2, 2));
            how.setFill(Color.WHITE);
            return SwingFXUtils.fromFXImage(tall.snapshot(how, null), null);
        });
        int[] bits = new int[1];
        BufferedImage inStrips = FxDriver.call(() -> {
            Snapshot take = Snapshot.of(tall);
            do
                bits[0]++;
            while (take.read());
            return take.made();
        });
        assertThat(bits[0]).isGreaterThan(2);
        assertThat(inStrips.getHeight()).isEqualTo(whole.getHeight());
        assertThat(apart(inStrips, whole)).isLessThanOrEqualTo(ROUNDING);
    }

    @Test
    void pictureIsTheSameWhereTheNodeIsMovedAndEnlargedOnScreenMeanwhile() {
        BufferedImage[] both = FxDriver.call(() -> {
            Snapshot still = Snapshot.of(tall);
            while (still.read()) {
            }
            Snapshot moved = Snapshot.of(tall);
            int strip = 0;
            while (moved.read())
                tall.getTransforms().setAll(new Translate(16 * ++strip, 40), new Scale(2, 2));
            return new BufferedImage[]{still.made(), moved.made()};
        });
        assertThat(apart(both[1], both[0])).isLessThanOrEqualTo(ROUNDING);
    }
}
