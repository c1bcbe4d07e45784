package org.lamina.engine;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The one thread that owns the native engine. Commands wait in a queue, events in another, the newest frame in a
/// mailbox.
public final class EngineThread implements Engine {

    private final LinkedBlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();
    private final Mailbox mailbox = new Mailbox(this::tell);
    private final AtomicBoolean isTold = new AtomicBoolean();
    private volatile Runnable news = () -> {};
    private final Thread thread = Thread.ofPlatform().name("lamina-engine").daemon(true).unstarted(this::work);

    private EngineThread() {}

    /// Starts the thread, which loads the native engine and then says [Event.Ready].
    public static EngineThread start() {
        EngineThread engine = new EngineThread();
        engine.thread.start();
        return engine;
    }

    @Override
    public void send(Command command) {
        commands.add(command);
    }

    @Override
    public void setOnNews(Runnable listener) {
        news = listener;
        isTold.set(false);
    }

    private void add(Event event) {
        events.add(event);
        tell();
    }

    private void tell() {
        if (isTold.compareAndSet(false, true))
            news.run();
    }

    @Override
    public @Nullable Event poll() {
        isTold.set(false);
        return events.poll();
    }

    @Override
    public @Nullable Frame frame() {
        isTold.set(false);
        return mailbox.take();
    }

    @Override
    public void close() {
        send(new Command.Shutdown());
        boolean interrupted = false;
        while (thread.isAlive())
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        if (interrupted)
            Thread.currentThread().interrupt();
    }

    private void work() {
        try (ExecutorService assembling = Executors
                .newSingleThreadExecutor(Thread.ofPlatform().name("lamina-batches").daemon(true).factory())) {
            Devices devices = Refusal.during("starting the engine", () -> {
                Courtesy.lowerPriority();
                Torch.start();
                return Devices.here();
            });
            add(new Event.Ready(devices.all()));
            serve(devices, new Run.World(this::add, mailbox, System::nanoTime, assembling));
        } catch (Refusal refusal) {
            refuseAll(refusal);
        }
    }

    private void serve(Devices devices, Run.World world) {
        try (Session session = new Session(devices, world, this::isCancelled)) {
            Command command;
            do {
                command = session.isBusy() ? commands.poll() : take();
                if (command instanceof Command.Train)
                    Courtesy.lowerCompilers();
                if (command == null)
                    session.advance();
                else
                    session.handle(command);
            } while (!(command instanceof Command.Shutdown));
        }
    }

    /// Without the native engine, every wish is answered with the reason.
    private void refuseAll(Refusal refusal) {
        add(refusal.event(true));
        for (Command wish = take(); !(wish instanceof Command.Shutdown); wish = take())
            add(wish instanceof Command.Forget ? new Event.Forgotten() : refusal.event(true));
    }

    private Command take() {
        while (true)
            try {
                return commands.take();
            } catch (InterruptedException _) {
                // Nobody interrupts this thread: it ends with Shutdown.
            }
    }

    private boolean isCancelled() {
        return List.copyOf(commands).stream().anyMatch(
                c -> c instanceof Command.Stop || c instanceof Command.Forget || c instanceof Command.Shutdown);
    }
}
