package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSource;
import org.lamina.data.generate.Brackets;
import org.lamina.data.generate.Shapes;
import org.lamina.data.generate.Sines;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.Problem;
import org.lamina.graph.Wire;
import org.lamina.project.Checkup;
import org.lamina.project.Layout;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Layer;
import org.lamina.spec.Param;
import org.lamina.spec.Params;
import org.lamina.spec.Role;

/// What would end the program in the native library cannot be reached: number types that it does not know, blocks that
/// walk a sequence both ways, arrays of the wrong shape in recurrent calls, indices out of range, sizes at either end of
/// their ranges. Each is tried on the way a user takes, in a program of its own, which must live on and say what became
/// of it.
class FatalCallsTest {

    @TempDir
    Path folder;

    @Test
    void callsKnownToBeFatalAreDoneOtherwiseOrRefused() throws Exception {
        List<String> said = tried("known");
        assertThat(said).contains(
                "ended rnn both ways: COMPLETED", "ended lstm both ways: COMPLETED", "ended gru both ways: COMPLETED",
                "ended one step: COMPLETED", "ended transposed convolution: COMPLETED", "ended prelu: COMPLETED",
                "ended far too large a rate: DIVERGED",
                "ended lstm on a picture: problem at layer: needs a sequence (time×features), got 1×12×12: put a Reshape before it",
                "ended lstm on tokens: problem at layer: needs real numbers, got 16 tokens of 5: put an Embedding before it",
                "ended too small a vocabulary: problem at in: the data set gives 16 tokens of 5, this Token input expects 16 tokens of 3: give it the shape of the data",
                "ended too few classes: problem at out: the data set has 5 classes, the network answers with 4: give the last layer 5 outputs",
                "ended weights of BF16: refused: 'BF16.safetensors' is not a whole safetensors file: 'layer.weight' holds BF16, only F32 is read: convert it to 32-bit floats",
                "ended weights of I16: refused: 'I16.safetensors' is not a whole safetensors file: 'layer.weight' holds I16, only F32 is read: convert it to 32-bit floats");
        assertThat(said).anyMatch(line -> line.startsWith("ended weights of another lstm: refused: ")
                && line.contains("in the network, "));
    }

    @Tag("slow")
    @Test
    void everyLayerTrainsAtTheEndsOfItsRangesOrIsRefusedWithAReason() throws Exception {
        List<String> said = tried("edges");
        assertThat(said).filteredOn(line -> line.startsWith("ended")).hasSizeGreaterThan(800);
        assertThat(said).filteredOn(line -> line.endsWith(": COMPLETED")).hasSizeGreaterThan(200);
        assertThat(said).filteredOn(line -> line.startsWith("ended"))
                .allMatch(line -> line.matches(".*: (COMPLETED|large|problem at \\S+: .*(needs|gives|has|answers).*)"));
    }

    private List<String> tried(String what) throws IOException, InterruptedException {
        Process tries = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-DOPT_OUT_TRACKING=true", "-XX:ErrorLogTimeout=5",
                "-XX:ErrorFile=" + folder.resolve("crash.log"), "-Xmx2g", "-cp", System.getProperty("java.class.path"),
                Tries.class.getName(), folder.toString(), what).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(tries.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        tries.waitFor();
        List<String> lines = said.lines().filter(l -> l.matches("(trying|ended|alive).*")).toList();
        assertThat(lines).isNotEmpty();
        assertThat(lines.getLast()).as("the last thing said; the program ended there").isEqualTo("alive");
        return lines;
    }

    /// The program that tries; it says what it tries before, and what came of it after.
    @NullMarked
    static final class Tries {
        private static final DataSource PICTURES = Params.with(new Shapes(), Map.of("samples", 20, "size", 12));
        private static final DataSource WAVES = Params.with(new Sines(), Map.of("samples", 20, "length", 12));
        private static final DataSource TOKENS = Params.with(new Brackets(), Map.of("samples", 20));
        private static final long MOST_WEIGHTS = 2_000_000;
        private static final long MOST_BYTES = 4_000_000;

        private final Engine engine;
        private final Path folder;
        private int runs;

        private Tries(Engine engine, Path folder) {
            this.engine = engine;
            this.folder = folder;
        }

        static void main(String[] args) throws IOException {
            try (Engine engine = EngineThread.start()) {
                Tries tries = new Tries(engine, Path.of(args[0]));
                if (args[1].equals("edges"))
                    tries.edges();
                else
                    tries.known();
            }
            System.out.println("alive");
        }

        private void known() throws IOException {
            recurrent();
            shapes();
            files();
        }

        private void recurrent() {
            for (String cell : List.of("rnn", "lstm", "gru"))
                attempt(cell + " both ways", network(WAVES, layer(cell, Map.of("units", 3, "layers", 2, "bidirectional",
                        true, "sequence", true))));
            attempt("one step", network(Params.with(WAVES, "length", 4), layer("lstm", Map.of("units", 1))));
            attempt("lstm on a picture", network(PICTURES, layer("lstm", Map.of())));
            attempt("lstm on tokens", network(TOKENS, layer("lstm", Map.of())));
            attempt("far too large a rate", network(WAVES, layer("gru", Map.of("units", 4))), Map.of("optimizer", "SGD",
                    "learningRate", 10, "epochs", 200));
        }

        private void shapes() {
            attempt("transposed convolution", network(PICTURES, layer("conv-transpose-2d", Map.of("filters", 2))));
            attempt("prelu", network(PICTURES, layer("prelu", Map.of())));
            Project tokens = network(TOKENS, layer("embedding", Map.of("features", 2)));
            attempt("too small a vocabulary", put(tokens, "in", layer("token-input", Map.of("length", 16, "vocabulary",
                    3))));
            Project pictures = network(PICTURES, layer("relu", Map.of()));
            attempt("too few classes", put(pictures, "last", layer("dense", Map.of("units", 4))));
        }

        private void files() throws IOException {
            Project project = network(WAVES, layer("lstm", Map.of("units", 3)));
            for (String type : List.of("BF16", "F16", "I16", "U16", "I64", "F64")) {
                String header = "{\"layer.weight\":{\"dtype\":\"%s\",\"shape\":[2],\"data_offsets\":[0,16]}}".formatted(
                        type);
                Path file = folder.resolve(type + ".safetensors");
                byte[] bytes = new byte[8 + header.length() + 16];
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length())
                        .put(header.getBytes(StandardCharsets.UTF_8));
                Files.write(file, bytes);
                load("weights of " + type, project, file);
            }
            Path other = train(network(WAVES, layer("lstm", Map.of("units", 5))), Map.of());
            load("weights of another lstm", project, other);
        }

        private void load(String what, Project project, Path weights) {
            System.out.println("trying " + what);
            engine.send(new Command.Load(project, folder, "cpu", weights));
            System.out.println("ended " + what + ": " + end());
        }

        /// Every layer with each of its sizes at either end of its range.
        private void edges() {
            for (Layer layer : Catalogue.layers().entries())
                if (layer.role() == Role.INNER && !layer.isContest())
                    for (Layer edge : edges(layer))
                        for (DataSource data : List.of(PICTURES, WAVES, TOKENS))
                            attempt("of " + edge + " on " + data.card().id(), network(data, edge));
        }

        private static List<Layer> edges(Layer layer) {
            List<Layer> edges = new ArrayList<>(List.of(layer));
            for (Param param : Params.of(layer.getClass()))
                if (param.isNumber())
                    for (double end : new double[]{param.min(), param.max()})
                        edges.add(Params.with(layer, param.name(),
                                param.type() == int.class ? (Object) (int) end : (Object) end));
            return edges;
        }

        private void attempt(String what, Project project) {
            attempt(what, project, Map.of());
        }

        /// Checks and trains. What is large but allowed is left to the machine.
        private void attempt(String what, Project project, Map<String, ?> plan) {
            System.out.println("trying " + what);
            DataInfo data = project.data().info().orElseThrow();
            var inference = Checkup.infer(project, data);
            List<Problem> errors = Checkup.problems(project, inference, data).stream()
                    .filter(p -> p.severity() == Problem.Severity.ERROR).toList();
            if (!errors.isEmpty()) {
                Problem first = errors.getFirst();
                System.out.println("ended " + what + ": problem at " + first.node() + ": " + first.message());
            } else if (inference.total().parameters() > MOST_WEIGHTS
                    || inference.total().activationBytes() > MOST_BYTES)
                System.out.println("ended " + what + ": large");
            else {
                train(project, plan);
                System.out.println("ended " + what + ": " + last);
            }
        }

        private String last = "";

        private Path train(Project project, Map<String, ?> plan) {
            Path run = folder.resolve("run-" + ++runs);
            engine.send(new Command.Train(project.with(Params.with(project.plan(), plan)), folder, run, "cpu", null,
                    false));
            last = end();
            return run.resolve("last.safetensors");
        }

        private String end() {
            while (true) {
                Event event = engine.poll();
                String end = event == null ? null : end(event);
                if (end != null)
                    return end;
                if (event == null)
                    LockSupport.parkNanos(200_000);
            }
        }

        private static @Nullable String end(Event event) {
            return switch (event) {
                case Event.Finished finished -> finished.ending().toString();
                case Event.Loaded _ -> "loaded";
                case Event.Failed failed -> "refused: " + failed.message().lines().findFirst().orElse("");
                default -> null;
            };
        }

        private static Layer layer(String id, Map<String, ?> parameters) {
            return Params.with(Catalogue.layers().get(id), parameters);
        }

        private static Project put(Project project, String node, Layer layer) {
            return project.with(project.graph().apply(new Edit.Put(new Node(node, layer))));
        }

        /// The layer between the data and a dense answer, each of its ports fed with the samples.
        private static Project network(DataSource source, Layer layer) {
            DataInfo data = source.info().orElseThrow();
            Layer input = Catalogue.layers().entries().stream().flatMap(l -> l.giving(data.input()).stream())
                    .findFirst().orElseThrow();
            List<Node> nodes = new ArrayList<>(List.of(new Node("in", input)));
            String before = "in";
            if (data.input().isTokens() && layer.ports().max() > 1) {
                nodes.add(new Node("embedded", layer("embedding", Map.of("features", 4))));
                before = "embedded";
            }
            nodes.addAll(List.of(new Node("layer", layer), new Node("flat", layer("flatten", Map.of())),
                    new Node("last", layer("dense", Map.of("units", data.target().names().size()))),
                    new Node("out", layer("output", Map.of()))));
            List<Wire> wires = new ArrayList<>();
            if (before.equals("embedded"))
                wires.add(new Wire("in", "embedded"));
            for (int port = 0; port < layer.ports().min(); port++)
                wires.add(new Wire(before, "layer", port));
            wires.addAll(List.of(new Wire("layer", "flat"), new Wire("flat", "last"), new Wire("last", "out")));
            return new Project("", Graph.of(nodes, wires), Layout.EMPTY, source, Params.with(new Plan(), Map.of("task",
                    Task.of(data.target()), "epochs", 1, "batchSize", 8)));
        }
    }
}
