package org.lamina;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.cli.Lamina;
import org.lamina.cli.Tools;
import org.lamina.data.DataSource;
import org.lamina.engine.EngineThread;
import org.lamina.project.Checkup;
import org.lamina.project.Opened;
import org.lamina.project.Project;
import org.lamina.project.ProjectException;
import org.lamina.project.ProjectFile;
import org.lamina.spec.Params;

/// Every sample opens, fits its data, trains and can be exported, the way a user does it.
class SampleProjectsTest {
    private static final int FEW_SAMPLES = 200;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sample-projects"))) {
            return files.filter(f -> f.toString().endsWith(ProjectFile.EXTENSION)).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void opensAndIsWrittenBackAsItCame(Path sample) throws Exception {
        Opened opened = ProjectFile.open(sample);
        assertThat(opened.warnings()).isEmpty();
        assertThat(ProjectFile.text(opened.project())).isEqualTo(Files.readString(sample));
        assertThat(opened.project().notes()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fitsItsData(Path sample) throws ProjectException {
        Project project = ProjectFile.open(sample).project();
        var data = project.data().info().orElse(null);
        assertThat(Checkup.problems(project, Checkup.infer(project, data), data)).isEmpty();
        assertThat(project.layout().places()).hasSameSizeAs(project.graph().nodes());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void trainsAFewStepsAndIsExported(Path sample) throws Exception {
        Project project = ProjectFile.open(sample).project();
        Path file = folder.resolve("few.lamina");
        ProjectFile.save(project.with(few(project.data())), file);
        List<Object> data = place(project).map(p -> List.<Object>of("--data", p)).orElse(List.of());
        JsonNode trained = run(data, "train", file, "--epochs", 1, "--out", folder.resolve("run"), "--json");
        assertThat(trained.path("steps").intValue()).isPositive();
        assertThat(trained.path("validation").path("loss").isNumber()).isTrue();
        String weights = trained.path("weights").textValue();
        assertThat(run(data, "evaluate", file, "--weights", weights, "--json").path("loss").doubleValue())
                .isEqualTo(trained.path("validation").path("loss").doubleValue());
        run(data, "export", file, "--weights", weights, "--to", "onnx", "--out", folder.resolve("net.onnx"));
        assertThat(folder.resolve("net.onnx")).isNotEmptyFile();
    }

    /// The last line said, where it is JSON.
    private static JsonNode run(List<Object> more, Object... arguments) throws IOException {
        List<String> words = new ArrayList<>();
        Stream.concat(Stream.of(arguments), more.stream()).forEach(w -> words.add(w.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Tools tools = new Tools(EngineThread::start, (_, _, _, _, _) -> {}, _ -> () -> {}, false, List.of());
        int exit = Lamina.run(tools, new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
        assertThat(exit).as("%s%n%s%n%s", words, out, err).isZero();
        return words.contains("--json")
                ? JSON.readTree(out.toString().lines().toList().getLast())
                : JSON.nullNode();
    }

    private static DataSource few(DataSource data) {
        return Params.find(data.getClass(), "samples") == null ? data : Params.with(data, "samples", FEW_SAMPLES);
    }

    /// Where the files of a data set are that is not made by the program.
    private static Optional<Path> place(Project project) {
        if (project.data().info().isPresent())
            return Optional.empty();
        Path mnist = Path.of(Optional.ofNullable(System.getenv("LAMINA_DATA")).orElse("../shared/data"), "mnist");
        assumeThat(mnist).as("MNIST is looked for in the folder that LAMINA_DATA names").isDirectory();
        return Optional.of(mnist);
    }
}
