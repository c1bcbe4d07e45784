package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.data.DataInfo;
import org.lamina.data.Target;
import org.lamina.graph.NodeId;
import org.lamina.project.Project;
import org.lamina.project.ProjectModule;
import org.lamina.project.Task;
import org.lamina.spec.Attentive.Whom;
import org.lamina.study.Picture;
import org.lamina.study.Side;
import org.lamina.study.TrainingStep;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Commands, events and frames travel as CBOR and come back equal, so that the engine could run in another process.
class PlainDataTest {
    private static final Path FOLDER = Path.of("run").toAbsolutePath();
    private static final NodeId NODE = new NodeId("conv-2d-1");
    private static final Project PROJECT = Rig.digits(Rig.plan(Map.of()));
    private static final Tensor TENSOR = new Tensor(new int[]{1, 2}, new float[]{0.5f, Float.NaN});
    private static final Metrics METRICS = new Metrics(0.25, Double.NaN);
    private static final DeviceInfo CPU = new DeviceInfo("cpu", "CPU, 2 threads");
    private static final DataInfo INFO = new DataInfo(Shape.image(1, 28, 28), new Target.Classes(List.of("a", "b")), 9);
    private static final Looks LOOKS = new Looks(Set.of(NODE), Set.of(NODE), 3, List.of(1, 2), true);

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    private interface Typed {}

    private static final ObjectMapper CBOR = CBORMapper.builder().addModule(new ProjectModule())
            .addModule(new SimpleModule().addKeyDeserializer(NodeId.class, new KeyDeserializer() {
                @Override
                public Object deserializeKey(String key, DeserializationContext context) {
                    return new NodeId(key);
                }
            })).addMixIn(Command.class, Typed.class).addMixIn(Event.class, Typed.class)
            .addMixIn(Target.class, Typed.class).addMixIn(Picture.class, Typed.class)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

    /// NaN equals NaN, arrays are compared by their numbers.
    private static final RecursiveComparisonConfiguration EXACTLY = RecursiveComparisonConfiguration.builder()
            .withEqualsForType(Double::equals, Double.class).withEqualsForType(Float::equals, Float.class).build();

    static Stream<Command> commands() {
        return Stream.of(new Command.Train(PROJECT, FOLDER, FOLDER, "auto", null, true), new Command.Pause(),
                new Command.Resume(), new Command.StepBatch(true), new Command.StepEpoch(), new Command.Stop(),
                new Command.LearningRate(0.01), new Command.Look(LOOKS),
                new Command.Recall(40), new Command.Remember(8_000_000),
                new Command.PutWeight("dense-1.weight", 3, -0.5f),
                new Command.Load(PROJECT, FOLDER, "cpu", FOLDER), new Command.Evaluate(PROJECT, FOLDER, "cpu", FOLDER),
                new Command.Answer(PROJECT, FOLDER, null, 16), new Command.Write(new Writing("a", 5, 0.5, 3, 1)),
                new Command.StopWriting(), new Command.Forget(),
                new Command.Shutdown());
    }

    static Stream<Event> events() {
        return Stream.of(new Event.Ready(List.of(CPU)), new Event.Working("Reading", Double.NaN),
                new Event.Started(FOLDER, CPU, INFO, Task.CLASSIFICATION, 7, new float[]{1, 0}, 12, 3, 4,
                        List.of("skipped")),
                new Event.Paused(3), new Event.Resumed(3), new Event.EpochDone(1, 3, METRICS, METRICS, 0.5),
                new Event.TakenApart(
                        List.of(new TrainingStep(4, 0.1, Side.GENERATOR, 0.5,
                                List.of(new TrainingStep.Sample(TENSOR, 1, 0.5, null)),
                                8, List.of(new TrainingStep.Passage(NODE, TENSOR, 1, null, Double.NaN)),
                                List.of(new TrainingStep.Change(NODE, "bias", 1, 2, 3, 4, 0, 1, 2, TENSOR))))),
                new Event.CheckpointSaved(FOLDER, 1), new Event.Diverged(3, NODE, "too large"),
                new Event.Finished(Event.Ending.STOPPED, 1, 3, 0.5, 100, METRICS, METRICS, FOLDER),
                new Event.Loaded(FOLDER, CPU, INFO, Task.CLASSIFICATION, new float[]{1}),
                new Event.Evaluated(2, METRICS, new int[][]{{1, 0}, {0, 1}}),
                new Event.Answered(Map.of("a.weight", TENSOR), Shape.vector(2), TENSOR, List.of("a"), "as is",
                        Map.of(NODE, TENSOR)),
                new Event.Kept(0, 2, 10, 6, 400, 8_000_000, true), new Event.Recalled(4),
                new Event.Wrote("a", true), new Event.Forgotten(),
                new Event.Failed("training", null, "no", "trace", true));
    }

    @Test
    void everyKindIsTried() {
        assertThat(commands().<Class<?>>map(Object::getClass)).hasSameElementsAs(kinds(Command.class).toList());
        assertThat(events().<Class<?>>map(Object::getClass)).hasSameElementsAs(kinds(Event.class).toList());
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(PlainDataTest::kinds)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandComesBackEqual(Command command) throws Exception {
        assertThat(CBOR.readValue(CBOR.writeValueAsBytes(command), Command.class)).isEqualTo(command);
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventComesBackEqual(Event event) throws Exception {
        assertThat(CBOR.readValue(CBOR.writeValueAsBytes(event), Event.class))
                .usingRecursiveComparison(EXACTLY).isEqualTo(event);
    }

    @Test
    void frameComesBackEqual() throws Exception {
        Frame frame = new Frame(new Frame.Progress(1, 2, 3, 4, 5, Double.NaN, "2 threads"),
                List.of(new Frame.Point(3, METRICS)),
                List.of(new Frame.Maps(NODE, 3, 0, TENSOR, List.of(new Frame.Attention(Whom.OTHER, TENSOR)))),
                List.of(new Frame.Kernels(NODE, 3, TENSOR, 2)),
                new Frame.Predictions(3, new int[]{1}, TENSOR, new float[]{1}, TENSOR),
                new Frame.Confusion(3, new int[]{0}, new int[]{1}, new int[]{1}), 0.01);
        assertThat(CBOR.readValue(CBOR.writeValueAsBytes(frame), Frame.class))
                .usingRecursiveComparison(EXACTLY).isEqualTo(frame);
    }
}
