package org.lamina.ui;

import com.sun.javafx.scene.SceneHelper;
import com.sun.javafx.tk.Toolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// A person at mouse and keyboard for tests without a display. It hands events to the scene as the windowing system
/// would; picking, press target, hover, drag and click are the scene's own. Every method may be called from the test's
/// thread and returns when the scene has answered and is laid out again.
///
/// Positions are in the scene. [#press] keeps the button down until [#release]; modifiers stay from [#hold] to
/// [#letGo].
public final class FxDriver implements AutoCloseable {

    private static final CompletableFuture<Void> STARTED = new CompletableFuture<>();
    /// Compressing a picture takes longer than drawing it.
    private static final ExecutorService WRITING = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("pictures").daemon(true).factory());
    private static boolean starting;

    private final Stage stage;
    private final Scene scene;
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);
    private @Nullable MouseButton down;
    private Point2D at = Point2D.ZERO;
    private @Nullable Node over;
    private boolean live;

    private FxDriver(Stage stage) {
        this.stage = stage;
        this.scene = stage.getScene();
        scene.addEventFilter(MouseEvent.ANY, e -> over = e.getPickResult().getIntersectedNode());
    }

    /// Starts the toolkit; a second call does nothing.
    public static synchronized void start() {
        if (!starting) {
            starting = true;
            Runtime.getRuntime().addShutdownHook(new Thread(WRITING::close));
            Launcher.toolkit(() -> {
                HeadlessScreen.enlarge();
                STARTED.complete(null);
            });
            Platform.setImplicitExit(false);
        }
        STARTED.join();
    }

    /// Runs on the FX thread and hands back the answer; what it throws is thrown here.
    public static <T> T call(Callable<T> work) {
        start();
        FutureTask<T> task = new FutureTask<>(work);
        if (Platform.isFxApplicationThread())
            task.run();
        else
            Platform.runLater(task);
        try {
            return task.get(120, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown)
                throw thrown;
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the FX thread did not answer", e);
        }
    }

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /// Processor time of the FX thread so far, in nanoseconds: on a busy machine it says more than the clock.
    public static long processorTime() {
        return call(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    }

    /// Opens a window with what the factory makes on the FX thread.
    public static FxDriver show(Callable<? extends Parent> root, double width, double height) {
        return call(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(root.call(), width, height));
            return open(stage);
        });
    }

    /// Drives a window that the program made.
    public static FxDriver of(Stage stage) {
        return call(() -> open(stage));
    }

    private static FxDriver open(Stage stage) {
        if (!stage.isShowing())
            stage.show();
        FxDriver driver = new FxDriver(stage);
        driver.layout();
        return driver;
    }

    public Stage stage() {
        return stage;
    }

    public Scene scene() {
        return scene;
    }

    /// The node that the selector finds, such as `#node-conv-2d-1`.
    public Node find(String selector) {
        settle();
        Node found = call(() -> scene.getRoot().lookup(selector));
        if (found == null)
            throw new AssertionError(selector + " is not in the scene; ids there: " + ids());
        return found;
    }

    public List<Node> all(String selector) {
        settle();
        return call(() -> List.copyOf(scene.getRoot().lookupAll(selector)));
    }

    public boolean shows(String selector) {
        settle();
        return call(() -> scene.getRoot().lookupAll(selector).stream().anyMatch(FxDriver::isShown));
    }

    private static boolean isShown(Node node) {
        for (Node n = node; n != null; n = n.getParent())
            if (!n.isVisible())
                return false;
        return true;
    }

    private String ids() {
        return call(() -> scene.getRoot().lookupAll("*").stream().map(Node::getId).filter(i -> i != null).distinct()
                .collect(Collectors.joining(" ")));
    }

    /// The middle of a node, in the scene.
    public Point2D centre(Node node) {
        return call(() -> {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    public Point2D centre(String selector) {
        return centre(find(selector));
    }

    /// The middle of something in a list that scrolls, turned into sight with the wheel where it is not.
    public Point2D reveal(String selector) {
        Node node = find(selector);
        Parent list = node.getParent();
        while (list != null && !(list instanceof ScrollPane))
            list = list.getParent();
        Bounds sight = sight(list == null ? scene.getRoot() : list);
        move(sight.getCenterX(), sight.getCenterY());
        for (int turns = 0; turns < 100 && !sight.contains(centre(node)); turns++)
            scroll(centre(node).getY() > sight.getMaxY() ? -40 : 40);
        return centre(node);
    }

    private static Bounds sight(Node node) {
        return call(() -> node.localToScene(node.getLayoutBounds()));
    }

    public FxDriver move(double x, double y) {
        at = new Point2D(x, y);
        mouse(down == null ? MouseEvent.MOUSE_MOVED : MouseEvent.MOUSE_DRAGGED, down, 0);
        return this;
    }

    public FxDriver move(Point2D to) {
        return move(to.getX(), to.getY());
    }

    /// In several steps, as a hand moves.
    public FxDriver glide(Point2D to) {
        Point2D from = at;
        for (int step = 1; step <= 5; step++)
            move(from.interpolate(to, step / 5.0));
        return this;
    }

    public FxDriver press(MouseButton button) {
        down = button;
        mouse(MouseEvent.MOUSE_PRESSED, button, 1);
        return this;
    }

    public FxDriver press() {
        return press(MouseButton.PRIMARY);
    }

    public FxDriver release() {
        MouseButton button = down == null ? MouseButton.PRIMARY : down;
        down = null;
        mouse(MouseEvent.MOUSE_RELEASED, button, 1);
        return this;
    }

    public FxDriver drag(Point2D from, Point2D to) {
        return move(from).press().glide(to).release();
    }

    public FxDriver click(Point2D where) {
        return move(where).press().release();
    }

    public FxDriver click(String selector) {
        return click(centre(selector));
    }

    public FxDriver doubleClick(Point2D where) {
        return click(where).press().release();
    }

    public FxDriver hold(KeyCode... modifiers) {
        held.addAll(List.of(modifiers));
        return this;
    }

    public FxDriver letGo() {
        held.clear();
        return this;
    }

    /// Presses and releases a key, with modifiers held meanwhile.
    public FxDriver key(KeyCode code, KeyCode... modifiers) {
        hold(modifiers);
        key(KeyEvent.KEY_PRESSED, code, "");
        key(KeyEvent.KEY_RELEASED, code, "");
        held.removeAll(List.of(modifiers));
        return this;
    }

    public FxDriver type(String text) {
        text.codePoints().mapToObj(Character::toString).forEach(c -> key(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, c));
        return this;
    }

    /// Turns the wheel; positive is away from the hand.
    public FxDriver scroll(double delta) {
        mouse(MouseEvent.MOUSE_MOVED, null, 0);
        run(() -> {
            Node target = over == null ? scene.getRoot() : over;
            Event.fireEvent(target,
                    new ScrollEvent(ScrollEvent.SCROLL, at.getX(), at.getY(), at.getX(), at.getY(),
                            held.contains(KeyCode.SHIFT), held.contains(KeyCode.CONTROL), held.contains(KeyCode.ALT),
                            false,
                            false, false, 0, delta, 0, delta, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                            ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
            layout();
        });
        settle();
        return this;
    }

    /// Waits until what waits for the painter is done, and what is new has entered the window.
    void settle() {
        if (Platform.isFxApplicationThread() || call(FxDriver::isSettled))
            return;
        try {
            while (!call(FxDriver::isSettled))
                TimeUnit.MILLISECONDS.sleep(2);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        run(this::layout);
    }

    private static boolean isSettled() {
        return Painter.isSettled() && Entering.isSettled();
    }

    /// Lets the toolkit draw so many frames, each begun when the one before was painted: other frames show no news.
    public FxDriver pulses(int count) {
        CountDownLatch drawn = new CountDownLatch(count);
        run(() -> new javafx.animation.AnimationTimer() {
            @Override
            public void handle(long now) {
                if (Painter.isBusy())
                    return;
                drawn.countDown();
                if (drawn.getCount() == 0)
                    stop();
            }
        }.start());
        try {
            if (!drawn.await(20, TimeUnit.SECONDS))
                throw new AssertionError("no frames are drawn");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    /// Writes a picture of the window to `target/screenshots`.
    public Path screenshot(String name) {
        pulses(2);
        return screenshot(scene, name);
    }

    /// How many frames the toolkit draws of itself within so many milliseconds; a window that does not rest has one every 16.
    int frames(int millis) {
        AtomicInteger drawn = new AtomicInteger();
        Runnable count = drawn::incrementAndGet;
        run(() -> scene.addPreLayoutPulseListener(count));
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        run(() -> scene.removePreLayoutPulseListener(count));
        return drawn.get();
    }

    /// Writes a picture of any window's content, such as a dialog's, to `target/screenshots`; the file is there at the
    /// latest when the tests end.
    public static Path screenshot(Scene scene, String name) {
        WritableImage image = call(() -> scene.snapshot(null));
        Path file = Path.of("target", "screenshots", name + ".png");
        WRITING.execute(() -> write(image, file));
        return file;
    }

    private static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        opaque.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(opaque, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The screen without a display does not tell a window that is closed that it has lost the focus, and its caret would
    /// blink on.
    @Override
    public void close() {
        run(() -> {
            scene.getRoot().requestFocus();
            stage.hide();
        });
    }

    /// From now on frames come when the toolkit draws them, as under a hand. Until then each event is followed by one, which
    /// waits for the threads that draw.
    public FxDriver live() {
        live = true;
        return this;
    }

    /// One frame: styles and lays out what has changed, and nothing else.
    private void layout() {
        if (!live)
            Toolkit.getToolkit().firePulse();
    }

    private void mouse(EventType<MouseEvent> type, @Nullable MouseButton button, int clicks) {
        run(() -> {
            SceneHelper.processMouseEvent(scene, new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(),
                    button == null ? MouseButton.NONE : button, clicks, held.contains(KeyCode.SHIFT),
                    held.contains(KeyCode.CONTROL), held.contains(KeyCode.ALT), false, down == MouseButton.PRIMARY,
                    down == MouseButton.MIDDLE, down == MouseButton.SECONDARY, false, false, true, null));
            layout();
        });
        settle();
    }

    private void key(EventType<KeyEvent> type, KeyCode code, String text) {
        run(() -> {
            SceneHelper.processKeyEvent(scene,
                    new KeyEvent(type, text.isEmpty() ? KeyEvent.CHAR_UNDEFINED : text, text, code,
                            held.contains(KeyCode.SHIFT), held.contains(KeyCode.CONTROL), held.contains(KeyCode.ALT),
                            false));
            layout();
        });
        settle();
    }
}
