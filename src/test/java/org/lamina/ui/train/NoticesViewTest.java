package org.lamina.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamina.app.EngineLink;
import org.lamina.app.Notice;
import org.lamina.app.Notice.Kind;
import org.lamina.app.Notices;
import org.lamina.app.ScriptedEngine;
import org.lamina.ui.FxDriver;

class NoticesViewTest {

    static {
        FxDriver.start();
    }

    private final List<Runnable> afterAWhile = new ArrayList<>();
    private final Notices notices = new Notices(new EngineLink(new ScriptedEngine()));
    private final NoticesView view = FxDriver.call(() -> new NoticesView(notices, _ -> {}, afterAWhile::add));

    private static Notice notice(Kind kind) {
        return new Notice(kind, kind.toString(), "", null);
    }

    @Test
    void whatIsDoneGoesByItselfAndWhatMustBeReadStays() {
        FxDriver.run(() -> List.of(Kind.values()).forEach(kind -> notices.add(notice(kind))));
        assertThat(view.getChildren()).hasSize(3);
        FxDriver.run(() -> afterAWhile.forEach(Runnable::run));
        assertThat(notices.waiting()).containsExactly(notice(Kind.FAILURE), notice(Kind.WARNING));
        assertThat(view.isVisible()).isTrue();
        FxDriver.run(() -> List.copyOf(notices.waiting()).forEach(notices::dismiss));
        assertThat(view.isVisible()).isFalse();
    }

    @Test
    void saidAgainItStaysAsLongAgain() {
        FxDriver.run(() -> {
            notices.add(notice(Kind.DONE));
            notices.add(notice(Kind.DONE));
            afterAWhile.getFirst().run();
        });
        assertThat(notices.waiting()).hasSize(1);
        FxDriver.run(afterAWhile.getLast());
        assertThat(notices.waiting()).isEmpty();
    }
}
