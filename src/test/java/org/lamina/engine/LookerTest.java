package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.generate.Counting;
import org.lamina.data.generate.Digits;
import org.lamina.graph.Edit;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.project.Task;

class LookerTest {
    private static final NodeId CONV = new NodeId("conv");
    private static final Looks ALL = new Looks(Set.of(CONV, new NodeId("pool")), Set.of(CONV), 3, List.of(0, 5), true);
    private static final Plan LONG = Rig.plan(Map.of("epochs", 1000, "batchSize", 16));

    @TempDir
    Path folder;

    @Test
    void pausedRunAnswersAtOnceWithEverythingAsked() {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.digits(LONG)).advance(1).send(new Command.Pause());
            rig.mailbox.take();
            rig.send(new Command.Look(ALL));
            Frame frame = Objects.requireNonNull(rig.mailbox.take());
            assertThat(frame.maps()).extracting(m -> m.node() + " " + Arrays.toString(m.output().sizes()))
                    .containsExactlyInAnyOrder("conv [4, 28, 28]", "pool [4, 7, 7]");
            assertThat(frame.kernels()).extracting(k -> k.node() + " " + Arrays.toString(k.weight().sizes()))
                    .containsExactly("conv [4, 1, 3, 3]");
            Frame.Predictions predictions = Objects.requireNonNull(frame.predictions());
            assertThat(predictions.outputs().sizes()).containsExactly(2, 10);
            assertThat(sum(predictions.outputs().values())).isBetween(1.9999, 2.0001);
            assertThat(Objects.requireNonNull(frame.confusion()).truth()).hasSize(24);
        }
    }

    /// A confusion matrix is counted in parts, which are shown until there is a whole one. One that is half counted, for a
    /// panel that is closed by then or is not the only one, neither keeps the engine from pausing nor is it taken for one
    /// of the pause.
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void halfCountedMatrixIsCountedAnewWhereTheRunPauses() {
        Project project = Rig.digits(Rig.plan(Map.of("epochs", 1000, "batchSize", 16, "validation", 0.75)))
                .with(new Digits(400, 1, 1));
        try (Rig rig = new Rig(folder)) {
            rig.send(new Command.Look(ALL)).train(project);
            assertThat(firstMatrix(rig).truth()).hasSize(128);
            rig.send(new Command.Pause());
            assertThat(matrix(rig).truth()).hasSize(128);
            rig.send(new Command.Resume());
            halfCounted(rig);
            rig.send(new Command.Pause());
            assertThat(Objects.requireNonNull(rig.mailbox.take()).confusion()).isNull();
            rig.toTheEnd();
            assertThat(matrix(rig).truth()).hasSize(300);
            rig.send(new Command.Resume());
            halfCounted(rig);
            rig.send(new Command.Look(new Looks(Set.of(CONV), Set.of(), 3, List.of(), false)))
                    .send(new Command.Stop());
            Frame frame = Objects.requireNonNull(rig.mailbox.take());
            assertThat(frame.maps()).hasSize(1);
            assertThat(frame.confusion()).isNull();
        }
    }

    /// As where an earlier moment is looked at instead: parts of two matrices would be shown in turn.
    @Test
    void halfCountedMatrixIsDroppedWhereNobodyLooksAtIt() throws Exception {
        Torch.start();
        Project project = Rig.digits(Rig.plan(Map.of("validation", 0.75))).with(new Digits(400, 1, 1));
        try (Model model = new Library(Devices.here(), _ -> {}, () -> false).open(project, folder, "cpu");
                Looker looker = new Looker(model, new Mailbox(() -> {}), System::nanoTime)) {
            looker.looks(new Looks(Set.of(), Set.of(), 0, List.of(), true));
            looker.begin(1);
            assertThat(looker.isBehind(1)).isTrue();
            looker.looks(Looks.NOTHING);
            assertThat(looker.isBehind(1)).isFalse();
        }
    }

    /// By a clock on which a look takes a second, and so half a minute of rest.
    @Test
    void firstPictureOfAPanelJustOpenedDoesNotWaitForTheShareOfTime() throws Exception {
        Torch.start();
        AtomicLong clock = new AtomicLong();
        Mailbox mailbox = new Mailbox(() -> {});
        try (Model model = new Library(Devices.here(), _ -> {}, () -> false).open(Rig.digits(Rig.plan(Map.of())),
                folder,
                "cpu"); Looker looker = new Looker(model, mailbox, () -> clock.addAndGet(1_000_000_000))) {
            looker.looks(new Looks(Set.of(CONV), Set.of(), 0, List.of(), false));
            looker.answer(1, true);
            assertThat(Objects.requireNonNull(mailbox.take()).maps()).hasSize(1);
            looker.looks(new Looks(Set.of(CONV, new NodeId("pool")), Set.of(), 0, List.of(), false));
            assertThat(looker.isAsked(2, true)).isTrue();
            looker.answer(2, true);
            assertThat(Objects.requireNonNull(mailbox.take()).maps()).hasSize(2);
            looker.looks(new Looks(Set.of(CONV), Set.of(), 0, List.of(), false));
            assertThat(looker.isAsked(3, true)).isFalse();
            looker.advance(3);
            assertThat(mailbox.take()).isNull();
        }
    }

    private static Frame.Confusion matrix(Rig rig) {
        return Objects.requireNonNull(Objects.requireNonNull(rig.mailbox.take()).confusion());
    }

    private static Frame.Confusion firstMatrix(Rig rig) {
        Frame.Confusion matrix = null;
        while (matrix == null) {
            rig.session.advance();
            Frame frame = rig.mailbox.take();
            matrix = frame == null ? null : frame.confusion();
        }
        return matrix;
    }

    /// Until pictures were taken without the matrix that was asked for, too.
    private static void halfCounted(Rig rig) {
        for (Frame frame = null; frame == null || frame.predictions() == null || frame.confusion() != null;) {
            rig.session.advance();
            frame = rig.mailbox.take();
        }
    }

    /// In the second of two blocks of a decoder, each row of each head sums to 1 and nothing ahead is asked.
    @Test
    void attentionIsThatOfTheSampleLookedAt() {
        Project project = Rig.project(new Counting(12, 99, 9, 60, 1), Rig.plan(Map.of("task", Task.NEXT_TOKEN)),
                List.of(Rig.node("in", "token-input", Map.of("length", 12, "vocabulary", 11)),
                        Rig.node("embed", "embedding", Map.of("features", 8)),
                        Rig.node("first", "multi-head-attention", Map.of("heads", 2)),
                        Rig.node("second", "transformer-decoder", Map.of("heads", 4, "hidden", 16)),
                        Rig.node("next", "dense", Map.of("units", 11)), Rig.node("out", "output", Map.of())));
        try (Rig rig = new Rig(folder)) {
            rig.train(askingTheEmbedding(project)).advance(1).send(new Command.Pause());
            rig.mailbox.take();
            rig.send(new Command.Look(new Looks(Set.of(new NodeId("first"), new NodeId("second"), new NodeId("next")),
                    Set.of(), 2, List.of(), false)));
            List<Frame.Maps> maps = Objects.requireNonNull(rig.mailbox.take()).maps();
            assertThat(maps).extracting(m -> m.node() + m.attention().stream()
                    .map(a -> " " + a.whom() + Arrays.toString(a.shares().sizes())).collect(Collectors.joining()))
                    .containsExactly("first ITSELF[2, 12, 12]", "second ITSELF[4, 12, 12] OTHER[4, 12, 12]", "next");
            float[] shares = maps.get(1).attention().getFirst().shares().values();
            for (int row = 0; row < 4 * 12; row++) {
                float[] asked = Arrays.copyOfRange(shares, row * 12, (row + 1) * 12);
                assertThat(sum(asked)).isBetween(0.9999, 1.0001);
                for (int ahead = row % 12 + 1; ahead < 12; ahead++)
                    assertThat(asked[ahead]).isZero();
            }
        }
    }

    private static Project askingTheEmbedding(Project project) {
        return project.with(project.graph().apply(new Edit.Connect(new Wire("embed", "second", 1))));
    }

    /// The clock moves by a millisecond at every look at it, so that pictures take long.
    @Test
    void lookingTakesASmallShareOfTheTime() {
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.digits(LONG)).send(new Command.Look(ALL));
            Frame frame = null;
            for (int i = 0; i < 2000; i++) {
                rig.session.advance();
                Frame next = rig.mailbox.take();
                frame = next == null ? frame : next;
            }
            assertThat(Objects.requireNonNull(frame).looking()).isBetween(0.001, 0.05);
        }
    }

    @Test
    void lookingDoesNotChangeWhatIsLearnt() throws Exception {
        Plan plan = Rig.plan(Map.of("epochs", 2, "batchSize", 16));
        try (Rig rig = new Rig(folder)) {
            rig.train(Rig.digits(plan), "blind", null).toTheEnd();
            rig.send(new Command.Look(ALL)).train(Rig.digits(plan), "watched", null);
            while (rig.session.isBusy()) {
                rig.session.advance();
                rig.mailbox.take();
            }
            assertThat(rig.run("watched").resolve("last.safetensors"))
                    .hasSameBinaryContentAs(rig.run("blind").resolve("last.safetensors"));
        }
    }

    @Tag("slow")
    @Test
    void nothingLeaksOverTwoThousandStepsWithMapsOn() throws Exception {
        try (Rig rig = new Rig(folder)) {
            rig.send(new Command.Look(ALL)).train(Rig.digits(LONG));
            steps(rig, 500);
            int arrays = Rig.arrays();
            long resident = residentBytes();
            steps(rig, 2000);
            assertThat(Rig.arrays()).isEqualTo(arrays);
            assertThat(residentBytes() - resident).as("growth of the resident size in bytes").isLessThan(12L << 20);
        }
    }

    private static void steps(Rig rig, int count) {
        for (int i = 0; i < count; i++) {
            rig.session.advance();
            rig.mailbox.take();
        }
    }

    /// What the system holds in memory for this process, but for Java's heap: that grows into what it may take until its
    /// next collection, and is no leak.
    private static long residentBytes() throws Exception {
        String info = (String) ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcHeapInfo", new Object[0],
                new String[0]);
        Matcher heap = Pattern.compile("\\[0x([0-9a-f]+), 0x([0-9a-f]+)\\)").matcher(info);
        assertThat(heap.find()).as(info).isTrue();
        long begin = Long.parseLong(heap.group(1), 16);
        long end = Long.parseLong(heap.group(2), 16);
        Pattern range = Pattern.compile("([0-9a-f]+)-[0-9a-f]+ .*");
        boolean counts = false;
        long kilobytes = 0;
        for (String line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
            Matcher place = range.matcher(line);
            if (place.matches()) {
                long at = Long.parseUnsignedLong(place.group(1), 16);
                counts = at < begin || at >= end;
            } else if (counts && line.startsWith("Rss:"))
                kilobytes += Long.parseLong(line.replaceAll("\\D", ""));
        }
        return kilobytes << 10;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values)
            sum += value;
        return sum;
    }
}
