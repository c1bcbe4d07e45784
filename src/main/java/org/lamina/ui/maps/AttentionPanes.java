package org.lamina.ui.maps;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.lamina.app.Capture;
import org.lamina.app.colour.Bank;
import org.lamina.app.colour.Scale;
import org.lamina.app.colour.Units;
import org.lamina.spec.Attentive.Whom;

/// Who asks whom in a layer that attends: for each sequence that is asked a mosaic with a picture for each head, who asks
/// from top to bottom, who is asked from left to right. One head is chosen and shown large.
final class AttentionPanes {

    private static final double WIDTH = 300;

    private final Map<Whom, UnitsPane> panes = new EnumMap<>(Whom.class);
    private Whom whom = Whom.ITSELF;
    private int head;

    /// @param changed hears that another head was chosen
    /// @param background draws large ones
    AttentionPanes(Runnable changed, Executor background) {
        for (Whom each : Whom.values()) {
            UnitsPane pane = new UnitsPane(each == Whom.ITSELF ? "maps-attention" : "maps-attention-other",
                    background);
            pane.setPrefWidth(WIDTH);
            pane.onOpen(opened -> {
                whom = each;
                head = opened;
                changed.run();
            });
            panes.put(each, pane);
        }
    }

    Collection<UnitsPane> panes() {
        return panes.values();
    }

    /// What is chosen, to be compared.
    Object chosen() {
        return List.of(whom, head);
    }

    /// @param large shows the chosen head
    /// @return whether there is one
    boolean show(Map<Whom, Capture> shares, Scale scale, UnitPane large) {
        if (!shares.isEmpty() && !shares.containsKey(whom))
            whom = shares.keySet().iterator().next();
        panes.forEach((each, pane) -> {
            Capture capture = shares.get(each);
            pane.setVisible(capture != null);
            pane.setManaged(capture != null);
            if (capture != null)
                show(each, pane, capture, scale, large);
        });
        return shares.containsKey(whom);
    }

    private void show(Whom each, UnitsPane pane, Capture capture, Scale scale, UnitPane large) {
        Units heads = Units.ofOutput(capture.values());
        String to = each == Whom.OTHER ? " to input 2" : "";
        pane.show("Attention%s: %d heads, %d asking × %d asked".formatted(to, heads.count(), heads.height(),
                heads.width()), List.of(capture, scale), heads.values().length,
                () -> new Bank(List.of(heads), _ -> scale));
        if (each == whom)
            head = Math.clamp(head, 0, heads.count() - 1);
        pane.choose(each == whom ? head : -1);
        if (each == whom)
            large.show("Head " + (head + 1) + to, heads, head, scale);
    }
}
