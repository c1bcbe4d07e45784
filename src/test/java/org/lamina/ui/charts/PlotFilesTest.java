package org.lamina.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.app.EngineLink;
import org.lamina.app.Notice;
import org.lamina.app.Notices;
import org.lamina.app.ScriptedEngine;
import org.lamina.ui.FxDriver;
import org.lamina.ui.theme.Theme;

class PlotFilesTest {

    @TempDir
    Path folder;

    private final Notices notices = new Notices(new EngineLink(new ScriptedEngine()));

    private PlotFiles files(Path chosen) {
        return FxDriver.call(() -> {
            SimpleObjectProperty<ChartTheme> theme = new SimpleObjectProperty<>(new ChartTheme(Theme.LIGHT, 1));
            return new PlotFiles(new CurveChart(Measure.LOSS, theme, Runnable::run),
                    new CurveChart(Measure.ACCURACY, theme, Runnable::run), notices, (_, _) -> Optional.of(chosen),
                    Runnable::run);
        });
    }

    private Notice said() {
        FxDriver.run(() -> {});
        return FxDriver.call(() -> notices.waiting().getFirst());
    }

    @Test
    void curvesAreSavedAsPictureAndNumbers() {
        for (String name : List.of("a.png", "a.csv")) {
            Path file = folder.resolve(name);
            PlotFiles files = files(file);
            FxDriver.run(name.endsWith("png") ? files::savePicture : files::saveNumbers);
            assertThat(said()).isEqualTo(new Notice(Notice.Kind.DONE, "The curves are saved in " + file, "", null));
            assertThat(file).isNotEmptyFile();
        }
    }

    @Test
    void placeThatCannotBeWrittenIsToldWithTheReason() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "kept");
        for (Path place : List.of(file.resolve("a.png"), folder)) {
            PlotFiles files = files(place);
            FxDriver.run(files::savePicture);
            assertThat(said().kind()).isEqualTo(Notice.Kind.FAILURE);
            assertThat(said().text()).startsWith("The curves could not be saved in " + place + ": ")
                    .endsWith(". Choose another folder");
            FxDriver.run(files::saveNumbers);
            assertThat(said().kind()).isEqualTo(Notice.Kind.FAILURE);
        }
        assertThat(file).hasContent("kept");
    }
}
