package org.lamina.ui;

import com.sun.glass.ui.Application;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;

/// The screen of JavaFX's headless platform holds 1000×1000 pixels, and a window that is higher throws when it is drawn
/// (`HeadlessWindow.blit` writes pixel x, y at 1000·y + x). Here it is given room for windows up to 1200 pixels high.
final class HeadlessScreen {

    private static final int ROW = 1000;
    private static final int ROWS = 1300;

    private HeadlessScreen() {}

    /// Before the first window, on the FX thread; does nothing on another platform.
    static void enlarge() {
        Application platform = Application.GetApplication();
        if (!platform.getClass().getSimpleName().equals("HeadlessApplication"))
            return;
        try {
            Field pixels = platform.getClass().getDeclaredField("frameBuffer");
            pixels.setAccessible(true);
            pixels.set(platform, ByteBuffer.allocate(Integer.BYTES * ROW * ROWS));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("another JavaFX: look whether its headless screen is still too small", e);
        }
    }
}
