package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.controls.ToggleSwitch;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.Workspace;
import org.lamina.data.Augmentation;
import org.lamina.data.generate.Planes;
import org.lamina.spec.Params;
import org.lamina.ui.theme.Theme;

class DataPanelTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder, folder);
        FxDriver.run(() -> {
            bench.studio.create();
            workspace().document().edit("Fewer", p -> p.with(Params.with(p.data(), "samples", 300)));
        });
        bench.settle(); // the menus know their keys once the window is painted
        bench.driver.key(KeyCode.DIGIT4, KeyCode.CONTROL);
        bench.settle();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Workspace workspace() {
        return Objects.requireNonNull(bench.studio.workspace());
    }

    private void augment(Augmentation augmentation) {
        FxDriver.run(() -> workspace().document().edit("Augment", p -> p.with(augmentation)));
        bench.settle();
    }

    /// The pictures of one class side by side, as numbers.
    private int picturesOfZero() {
        return FxDriver.call(() -> {
            ImageView row = (ImageView) bench.driver.find("#data-panel .image-view");
            PixelReader pixels = row.getImage().getPixelReader();
            int sum = 0;
            for (int y = 0; y < row.getImage().getHeight(); y++)
                for (int x = 0; x < row.getImage().getWidth(); x++)
                    sum = 31 * sum + pixels.getArgb(x, y);
            return sum;
        });
    }

    @Test
    void picturesAreShownAsTrainingSeesThem() {
        int stored = picturesOfZero();
        assertThat(bench.driver.shows("#data-as-trained")).isFalse();
        augment(new Augmentation(0.15, 25, 0.2, false, 0, 0.05));
        assertThat(picturesOfZero()).isEqualTo(stored);
        bench.driver.click("#data-as-trained");
        bench.driver.screenshot("data-augmented-light");
        assertThat(picturesOfZero()).isNotEqualTo(stored);
        FxDriver.run(() -> bench.themes.themeProperty().set(Theme.DARK));
        bench.driver.screenshot("data-augmented-dark");
        augment(Augmentation.NONE);
        assertThat(bench.driver.shows("#data-as-trained")).isFalse();
        assertThat(picturesOfZero()).isEqualTo(stored);
    }

    @Test
    void narrowPanelShowsFewerWholePicturesAndNeedsNoScrollingSideways() {
        Region row = (Region) bench.driver.find("#data-panel .image-view").getParent();
        assertThat(FxDriver.call(row::getWidth)).isEqualTo(12 * 32 * 30 / 28.0, within(1.0));
        bench.size(1024, 640);
        ScrollPane panel = (ScrollPane) bench.driver.find("#data-panel");
        assertThat(FxDriver.call(() -> panel.getContent().getLayoutBounds().getWidth()))
                .isLessThanOrEqualTo(FxDriver.call(() -> panel.getViewportBounds().getWidth()));
        double shown = FxDriver
                .call(() -> ((ImageView) row.getChildrenUnmodifiable().getFirst()).getViewport().getWidth() / 30);
        assertThat(shown).isBetween(2.0, 11.0).isEqualTo(Math.floor(shown));
    }

    @Test
    void onlyPicturesHaveAFormForTheirAugmentation() {
        assertThat(bench.driver.shows("#augmentation")).isTrue();
        FxDriver.run(() -> ((ToggleSwitch) bench.driver.find("#param-flip")).setSelected(true));
        assertThat(workspace().document().project().augmentation().flip()).isTrue();
        assertThat(workspace().document().undoLabelProperty().get()).isEqualTo("Set flip to on");
        FxDriver.run(() -> workspace().data().choose(new Planes().card().id()));
        bench.settle();
        assertThat(bench.driver.shows("#augmentation")).isFalse();
    }
}
