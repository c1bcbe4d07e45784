package org.lamina.ui.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.lamina.ui.plane.NeuronBoard.Neuron;

class BoardLayoutTest {

    /// A height for eight pictures: 32 neurons stand in four columns beside each other.
    private static final BoardLayout PLACES = BoardLayout.of(List.of(2, 32, 3), 25, 900, 22 + 8 * 29);

    @Test
    void manyNeuronsStandInSeveralColumnsAndAreFoundWhereTheyStand() {
        assertThat(PLACES.rows()).isEqualTo(8);
        assertThat(PLACES.x(new Neuron(1, 31)) - PLACES.x(new Neuron(1, 0))).isEqualTo(3 * 29);
        for (Neuron neuron : List.of(new Neuron(0, 1), new Neuron(1, 8), new Neuron(2, 2)))
            assertThat(PLACES.at(PLACES.x(neuron) + 3, PLACES.y(neuron) + 3)).isEqualTo(neuron);
        assertThat(PLACES.at(1, 1)).isNull();
        assertThat(PLACES.right(new Neuron(2, 0))).isLessThan(900);
    }

    @Test
    void arrowsStayOnTheBoard() {
        assertThat(PLACES.next(null, KeyCode.DOWN)).isEqualTo(new Neuron(0, 0));
        assertThat(PLACES.next(new Neuron(1, 31), KeyCode.RIGHT)).isEqualTo(new Neuron(2, 2));
        assertThat(PLACES.next(new Neuron(2, 2), KeyCode.DOWN)).isEqualTo(new Neuron(2, 2));
    }
}
