package org.lamina.engine;

import org.jspecify.annotations.Nullable;

/// The engine as the rest of the program sees it. All methods return at once and may be called from any thread.
public interface Engine extends AutoCloseable {

    void send(Command command);

    /// The next event, or null where none waits.
    @Nullable
    Event poll();

    /// The frame that waits, or null; the mailbox is empty afterwards.
    @Nullable
    Frame frame();

    /// Has someone told, on any thread, when an event or a frame came and nothing was drained since it was told before.
    void setOnNews(Runnable news);

    /// Shuts down and waits for the thread's end.
    @Override
    void close();
}
