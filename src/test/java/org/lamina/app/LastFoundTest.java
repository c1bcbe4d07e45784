package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lamina.engine.Frame;
import org.lamina.study.Finding;
import org.lamina.study.Picture;
import org.lamina.study.Question;
import org.lamina.study.Response;
import org.lamina.tensor.Tensor;

class LastFoundTest {

    private static final Question FIRST = new Response(new Picture.Validation(1));
    private static final Question SECOND = new Response(new Picture.Validation(2));
    private static final Finding ANSWER = new Response.Found(new Tensor(new int[]{1}, new float[]{0}),
            new Tensor(new int[]{1}, new float[]{1}));

    private final ScriptedEngine engine = new ScriptedEngine();
    private final EngineLink link = new EngineLink(engine);
    private final Looking looking = new Looking(link, new Samples(link, new Random(1)));
    private final LastFound last = new LastFound(looking);

    private void hear(Question question, @Nullable Finding finding, @Nullable String message) {
        looking.wish("view", Wish.answers(Set.of(question)));
        link.pump();
        engine.frames.add(new Frame(null, List.of(), List.of(), List.of(), null, null,
                List.of(new Frame.Found(question, 7, finding, true, message)), 0.01));
        link.pump();
    }

    private @Nullable Finding shown(Question question) {
        return Objects.requireNonNull(last.of(question)).finding();
    }

    @Test
    void answerStaysWhileTheNextIsAskedAndUntilSomethingIsKnownOfThat() {
        assertThat(last.of(FIRST)).isNull();
        hear(FIRST, ANSWER, null);
        assertThat(shown(FIRST)).isSameAs(ANSWER);
        hear(SECOND, null, null);
        assertThat(shown(SECOND)).isSameAs(ANSWER);
        assertThat(last.of(null)).isEqualTo(new Found(7, ANSWER, true, null));
        hear(SECOND, null, "It has no layer that gives maps");
        assertThat(last.of(SECOND)).isEqualTo(new Found(7, null, true, "It has no layer that gives maps"));
    }

    @Test
    void nothingIsShownOfAnotherNetworkOrWhenForgotten() {
        hear(FIRST, ANSWER, null);
        assertThat(shown(FIRST)).isSameAs(ANSWER);
        last.forget();
        assertThat(last.of(SECOND)).isNull();
        assertThat(shown(FIRST)).isSameAs(ANSWER);
        engine.events.add(Scenes.started(20));
        link.pump();
        assertThat(last.of(FIRST)).isNull();
    }
}
