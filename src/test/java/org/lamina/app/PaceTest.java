package org.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void playingGoesOnOneBeatASecondAndEndsByItself() {
        Pace pace = new Pace();
        pace.show(2);
        pace.play();
        assertThat(pace.advance(SECOND)).isEqualTo(SECOND);
        assertThat(pace.beat()).isZero();
        assertThat(pace.advance(2 * SECOND)).isEqualTo(SECOND);
        assertThat(pace.beat()).isEqualTo(1);
        assertThat(pace.advance(3 * SECOND)).isEqualTo(Pace.RESTS);
        assertThat(pace.beat()).isEqualTo(2);
        assertThat(pace.playingProperty().get()).isFalse();
    }

    @Test
    void somethingNewIsShownWholeUnlessAPersonStandsAtABeat() {
        Pace pace = new Pace();
        pace.show(3);
        assertThat(pace.beat()).isEqualTo(3);
        pace.step(-2);
        pace.show(9);
        assertThat(pace.beat()).isEqualTo(1);
    }
}
