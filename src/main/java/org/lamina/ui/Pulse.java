package org.lamina.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.lamina.app.EngineLink;
import org.lamina.app.Looking;
import org.lamina.app.Wish;

/// The beat of the window: before it lays out a frame, it gathers what the panels in sight want, drains the engine and
/// has them show what came. There is a frame only when something changed, the engine has news, or a panel asked for
/// another look; a window in which nothing happens rests.
public final class Pulse implements Runnable {

    /// What is new in sight shows what it has a frame later, and that is styled in the next.
    private static final int LOOKS = 2;
    /// Frames that wait for the painter, so that a window in which something moves all the time shows news, too.
    private static final int PATIENCE = 15;
    /// What a person does that may show something new.
    private static final List<EventType<? extends InputEvent>> ACTS = List.of(KeyEvent.KEY_PRESSED,
            MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED);

    private final EngineLink link;
    private final Looking looking;
    /// The first is asked first.
    private final List<LivePanel> panels = new ArrayList<>();
    private Node followed = new Region();
    /// Frames that are to follow the one at hand.
    private int looks;
    /// Whether the frame at hand only comes because the one before was looked at.
    private boolean called;
    /// Frames that have waited for the painter.
    private int waited;
    /// Whether the window may have changed where nobody sees it.
    private boolean stirred;
    /// Whether the page has just been shown: what was to be styled on it is.
    private boolean fresh;
    private final EventHandler<InputEvent> acted = _ -> {
        looks = LOOKS;
        stirred = true;
    };
    private boolean waiting;
    private BooleanExpression held = new SimpleBooleanProperty();

    public Pulse(EngineLink link, Looking looking) {
        this.link = link;
        this.looking = looking;
    }

    /// While so, nothing beats and all panels keep what they show; news of the engine waits.
    void holdWhile(BooleanExpression busy) {
        held = busy;
        busy.subscribe(Platform::requestNextPulse);
    }

    public void add(LivePanel panel) {
        panels.add(panel);
    }

    /// Beats with the scene that a node is in, now or later.
    void follow(Node node) {
        followed = node;
        node.sceneProperty().subscribe((before, now) -> move(before, now));
        move(null, node.getScene());
        link.setOnNews(() -> FxDoor.EXECUTOR.execute(Platform::requestNextPulse));
    }

    /// Beats no more, though the node that it follows is still in its scene.
    void leave() {
        move(followed.getScene(), null);
    }

    private void move(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removePreLayoutPulseListener(this);
            ACTS.forEach(act -> before.removeEventFilter(act, acted));
        }
        if (now == null)
            return;
        now.addPreLayoutPulseListener(this);
        ACTS.forEach(act -> now.addEventFilter(act, acted));
        Ember.of(now);
        Platform.requestNextPulse();
    }

    /// Shows nothing new while the last frame is still being painted, and nothing at all before its page is shown.
    @Override
    public void run() {
        if (isHidden(followed)) {
            fresh = true;
            return;
        }
        if (waited < PATIENCE && Painter.isBusy()) {
            if (stirred)
                Ember.of(followed.getScene()).glow();
            stirred = false;
            waited++;
            Platform.requestNextPulse();
            return;
        }
        waited = 0;
        frame();
        stirred = looks > 0 && !fresh;
        fresh = false;
    }

    private static boolean isHidden(Node node) {
        return !node.isVisible() || (node.getParent() != null && isHidden(node.getParent()));
    }

    /// What a frame lays out may be new in sight or have another size, and is styled only in the next: so every frame is
    /// followed by a look at it.
    private void frame() {
        boolean look = looks > 0;
        if (look) {
            Ember.of(followed.getScene()).glow();
            looks--;
        }
        boolean news = beat(System.nanoTime());
        if (news)
            looks = Math.max(looks, 1);
        else if (!look && !called)
            looks = LOOKS;
        if (looks > 0)
            Platform.requestNextPulse();
        called = look;
    }

    /// One beat, at a time in nanoseconds.
    ///
    /// @return whether the engine had news
    public boolean beat(long nanos) {
        if (held.get())
            return false;
        Map<LivePanel, Wish> wishes = wishes();
        panels.forEach(p -> looking.wish(p, wishes.getOrDefault(p, Wish.NOTHING)));
        boolean news = link.pump();
        long soonest = refresh(wishes.keySet(), nanos);
        if (soonest != LivePanel.CONTENT)
            again(soonest);
        return news;
    }

    /// Has panels show what came, as many as a frame has time for, but one in any case; the others are the first in the next.
    private long refresh(Set<LivePanel> seen, long nanos) {
        long soonest = LivePanel.CONTENT;
        boolean first = true;
        for (int asked = 0; asked < panels.size(); asked++) {
            LivePanel panel = panels.get(asked);
            if (!seen.contains(panel))
                continue;
            if (!first && !Piecemeal.hasTime(nanos)) {
                Collections.rotate(panels, -asked);
                return 0;
            }
            first = false;
            soonest = Math.min(soonest, panel.refresh(nanos));
        }
        return soonest;
    }

    /// What the panels in sight want.
    private Map<LivePanel, Wish> wishes() {
        Map<LivePanel, Wish> wishes = new LinkedHashMap<>();
        for (LivePanel panel : panels)
            if (Sight.isSeen(panel.node()))
                wishes.put(panel, panel.wish());
        return wishes;
    }

    private void again(long nanos) {
        if (waiting)
            return;
        waiting = true;
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, FxDoor.EXECUTOR).execute(() -> {
            waiting = false;
            Platform.requestNextPulse();
        });
    }
}
