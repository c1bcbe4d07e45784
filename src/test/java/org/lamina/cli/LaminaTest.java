package org.lamina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.DataException;
import org.lamina.data.DataSource;
import org.lamina.data.Published;
import org.lamina.data.read.Csv;
import org.lamina.engine.Engine;
import org.lamina.engine.Frame;
import org.lamina.file.Png;

class LaminaTest {

    @TempDir
    Path folder;

    /// A set of one file that is there at once.
    private static final Published SMALL = new Published() {
        @Override
        public String id() {
            return "small";
        }

        @Override
        public String title() {
            return "Small";
        }

        @Override
        public DataSource into(Path folder, org.lamina.data.Progress progress) throws DataException {
            if (Files.exists(folder))
                throw new DataException("The machine seems to be offline: connect it");
            progress.at(0.5, "half");
            return new Csv().at(folder);
        }
    };

    record Said(int exit, String out, String err) {}

    private static Said run(Tools tools, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int exit = Lamina.run(tools, new PrintWriter(out), new PrintWriter(err), words);
        return new Said(exit, out.toString(), err.toString());
    }

    private static Said run(Object... arguments) {
        return run(new Tools(LaminaTest::none, (_, _, _, _, _) -> {}, _ -> () -> {}, false, List.of(SMALL)), arguments);
    }

    private static Engine none() {
        throw new AssertionError("this command needs no engine");
    }

    private Path project(String nodes, String wires) throws IOException {
        Path file = folder.resolve("small.lamina");
        Files.writeString(file, """
                {"format": "lamina", "version": 1, "notes": [], "plan": {},
                 "data": {"source": "planes", "parameters": {"pattern": "XOR"}},
                 "nodes": [%s], "wires": [%s]}""".formatted(nodes, wires));
        return file;
    }

    private Path ready() throws IOException {
        return project("""
                {"id": "in", "layer": "input", "parameters": {"shape": "2"}},
                {"id": "dense", "layer": "dense", "parameters": {"units": 2}},
                {"id": "out", "layer": "output", "parameters": {}}""",
                "{\"from\": \"in\", \"to\": \"dense\"}, {\"from\": \"dense\", \"to\": \"out\"}");
    }

    @Test
    void aNetworkWithoutProblemsPassesTheCheck() throws IOException {
        Path file = ready();
        assertThat(run("check", file)).isEqualTo(new Said(0, file + ": no problems\n", ""));
    }

    @Test
    void aNetworkWithErrorsFailsTheCheckAndNamesTheFix() throws IOException {
        Path file = project("{\"id\": \"in\", \"layer\": \"input\", \"parameters\": {\"shape\": \"3\"}}", "");
        Said said = run("check", file);
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out().lines()).containsExactly(
                "error: The network needs an Output: drag one from the palette and wire the last layer to it",
                "error: in (Input): the data set gives 2, this Input expects 3: give it the shape of the data [fix: Set shape of Input to 2]");
    }

    @Test
    void infoForProgramsIsOneObject() throws IOException {
        assertThat(run("info", ready(), "--json")).isEqualTo(
                new Said(0, "{\"layers\":3,\"parameters\":6,\"multiplyAdds\":4,\"problems\":0}\n", ""));
    }

    @Test
    void checkAndInfoReadTheSamplesFromThePlaceGiven() throws IOException {
        Path table = Files.writeString(folder.resolve("points.csv"), "x,y,class\n1,2,a\n3,4,b\n5,6,a\n7,8,b\n");
        Path file = ready();
        Files.writeString(file, Files.readString(file).replace("\"planes\", \"parameters\": {\"pattern\": \"XOR\"}",
                "\"csv\", \"parameters\": {\"file\": \"elsewhere.csv\"}"));
        assertThat(run("check", file).err()).startsWith(
                "warning: the network was not checked against the data set: Needs a CSV file, but there is no file");
        assertThat(run("check", file, "--data", table)).isEqualTo(new Said(0, file + ": no problems\n", ""));
        assertThat(run("info", file, "--data", table, "--json").out()).contains("\"problems\":0");
        assertThat(run("info", file, "--data", folder.resolve("none")))
                .isEqualTo(new Said(1, "", "lamina: --data: there is nothing at " + folder.resolve("none") + "\n"));
    }

    @Test
    void anUnreadableProjectFailsWithOneLine() throws IOException {
        Path file = folder.resolve("broken.lamina");
        Files.writeString(file, "{\"format\": \"lamina\"");
        Said said = run("info", file);
        assertThat(said).extracting(Said::exit, Said::out).containsExactly(1, "");
        assertThat(said.err()).startsWith("lamina: " + file + ": line 1, column").hasLineCount(1);
        assertThat(run("info", file, "--verbose").err()).contains("ProjectException");
    }

    @Test
    void wrongUseIsToldApartFromFailedWork() throws IOException {
        Path file = ready();
        for (Object[] wrong : List.<Object[]>of(new Object[]{}, new Object[]{"tarin", file}, new Object[]{"train"},
                new Object[]{"train", file, "--epochs", "many"}, new Object[]{"train", file, "--epochs", "-1"},
                new Object[]{"train", file, "--device", "tpu"},
                new Object[]{"export", file, "--weights", file, "--to", "tiff", "--out", "x"}))
            assertThat(run(wrong).exit()).as("%s", List.of(wrong)).isEqualTo(2);
        assertThat(run("train", file, "--epochs", "many").err().lines())
                .startsWith(
                        "lamina: Invalid value for option '--epochs': needs a whole number up to 2147483647, got 'many'")
                .endsWith("'lamina train --help' tells more.");
        assertThat(run("evaluate", file, "--weights", "none.safetensors").exit()).isEqualTo(1);
        assertThat(run("train", file, "--data", folder).err()).contains("is generated and reads no files");
    }

    @Test
    void publishedSetIsFetchedAndItsPlaceIsSaid() {
        Path place = folder.resolve("data/small");
        assertThat(run("get", "small", "--out", place)).isEqualTo(new Said(0, place + "\n", ""));
        assertThat(run("get", "small", "--out", folder))
                .isEqualTo(new Said(1, "", "lamina: The machine seems to be offline: connect it\n"));
        assertThat(run("get", "large", "--out", place)).extracting(Said::exit, Said::out).containsExactly(2, "");
        assertThat(run("get", "large", "--out", place).err())
                .startsWith("lamina: SET: needs one of small, got 'large'");
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command : List.of("train", "check", "info", "evaluate", "export", "write", "screenshot")) {
            Said said = run(command, "--help");
            assertThat(said.exit()).isZero();
            assertThat(said.out()).startsWith("Usage: lamina " + command).contains("PROJECT");
        }
    }

    @Test
    void aScreenshotIsTakenOfTheProjectInTheThemeAskedFor() throws IOException {
        List<Object> taken = new ArrayList<>();
        Tools tools = new Tools(LaminaTest::none,
                (_, file, theme, steps, pictures) -> taken.addAll(List.of(file, theme, steps, pictures)),
                _ -> () -> {}, false, List.of(SMALL));
        Path file = ready();
        Path png = folder.resolve("a.png");
        assertThat(run(tools, "screenshot", file, "--out", png, "--theme", "dark").exit()).isZero();
        assertThat(taken).containsExactly(file, "dark", 0, Map.of(png, ""));
        taken.clear();
        assertThat(run(tools, "screenshot", file, "--out", png, "--steps", 20, "--panel", "maps").exit()).isZero();
        assertThat(taken).containsExactly(file, "light", 20, Map.of(png, "maps"));
        taken.clear();
        Said said = run(tools, "screenshot", file, "--out", png, "--panel", "maps,why");
        Path why = folder.resolve("a-why.png");
        assertThat(taken).containsExactly(file, "light", 0, Map.of(folder.resolve("a-maps.png"), "maps", why, "why"));
        assertThat(said.out()).endsWith(why + "\n");
        assertThat(run(tools, "screenshot", file, "--out", png, "--panel", "map").exit()).isEqualTo(2);
        assertThat(run(tools, "screenshot", file, "--out", png, "--steps", -1).exit()).isEqualTo(2);
    }

    @Test
    void placeThatCannotBeWrittenIsSaidInOneLine() throws IOException {
        Path file = ready();
        Path png = file.resolve("a.png");
        Tools tools = new Tools(LaminaTest::none,
                (_, _, _, _, to) -> Png.write(to.keySet().iterator().next(), new BufferedImage(1, 1, 1)),
                _ -> () -> {}, false, List.of());
        Said said = run(tools, "screenshot", file, "--out", png);
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).isEqualTo("lamina: " + png + ": a file is where a folder is needed\n");
    }

    @Test
    void theBarShowsShareSpeedAndTimeLeft() {
        assertThat(Progress.bar(new Frame.Progress(2, 4, 250, 1000, 3120.4, 65.2, "2 threads"))).isEqualTo(
                "epoch 2 of 4 [######------------------]  25 %  3,120 samples/s  1:05 left");
    }
}
