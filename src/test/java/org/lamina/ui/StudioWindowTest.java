package org.lamina.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.ui.theme.Theme;

class StudioWindowTest {

    @TempDir
    Path folder;
    Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder, Path.of("sample-projects"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void startPageInBothThemes() {
        bench.driver.screenshot("start-light");
        FxDriver.run(() -> bench.themes.themeProperty().set(Theme.DARK));
        bench.driver.screenshot("start-dark");
        assertThat(bench.driver.shows("#start-page")).isTrue();
    }

    @Test
    void newNetworkOpens() {
        bench.driver.click("#start-new");
        bench.settle();
        bench.driver.screenshot("window-light");
        assertThat(bench.driver.shows("#workspace")).isTrue();
    }
}
