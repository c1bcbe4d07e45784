package org.lamina.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.lamina.app.EngineLink;
import org.lamina.app.Looking;
import org.lamina.app.Wish;

/// The beat of the window: before it lays out a frame, it gathers what the panels in sight want, drains the engine and
/// has them show what came. There is a frame only when something changed, the engine has news, or a panel asked for
/// another look; a window in which nothing happens rests.
public final class Pulse implements Runnable {

    private final EngineLink link;
    private final Looking looking;
    private final List<LivePanel> panels = new ArrayList<>();
    private final Ember ember = new Ember();
    private After after = After.REST;
    private boolean waiting;
    private BooleanExpression held = new SimpleBooleanProperty();

    /// What came before a frame: nothing; a frame that may have changed anything; one that only followed such a frame.
    private enum After {
        REST,
        CHANGE,
        LOOK
    }

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
        node.sceneProperty().subscribe((before, now) -> move(before, now));
        move(null, node.getScene());
        link.setOnNews(() -> FxDoor.EXECUTOR.execute(Platform::requestNextPulse));
    }

    private void move(@Nullable Scene before, @Nullable Scene now) {
        if (before != null)
            before.removePreLayoutPulseListener(this);
        if (now == null)
            return;
        now.addPreLayoutPulseListener(this);
        ember.move(now.getRoot());
        Platform.requestNextPulse();
    }

    /// What a frame lays out may be new in sight or have another size, and is styled only in the next: so every frame is
    /// followed by a look at it.
    @Override
    public void run() {
        if (after == After.CHANGE)
            ember.glow();
        boolean news = beat(System.nanoTime());
        if (news || after == After.REST) {
            after = After.CHANGE;
            Platform.requestNextPulse();
        } else {
            after = after == After.CHANGE ? After.LOOK : After.REST;
        }
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
        long soonest = wishes.keySet().stream().mapToLong(p -> p.refresh(nanos)).min().orElse(LivePanel.CONTENT);
        if (soonest != LivePanel.CONTENT)
            again(soonest);
        return news;
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
