package org.lamina.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import org.lamina.app.EngineLink;
import org.lamina.app.Looking;
import org.lamina.app.Wish;

/// The beat of the window: once per pulse it gathers what the panels in sight want, drains the engine and has them show
/// what came.
public final class Pulse extends AnimationTimer {

    private final EngineLink link;
    private final Looking looking;
    private final List<LivePanel> panels = new ArrayList<>();

    public Pulse(EngineLink link, Looking looking) {
        this.link = link;
        this.looking = looking;
    }

    public void add(LivePanel panel) {
        panels.add(panel);
    }

    @Override
    public void handle(long nanos) {
        List<LivePanel> seen = panels.stream().filter(p -> Sight.isSeen(p.node())).toList();
        panels.forEach(p -> looking.wish(p, seen.contains(p) ? p.wish() : Wish.NOTHING));
        link.pump();
        seen.forEach(p -> p.refresh(nanos));
    }
}
