package org.lamina.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DownloadTest {

    @Test
    void machineWithoutNetworkIsToldSo() {
        IOException cause = new IOException("wrapped", new UnknownHostException("example.org"));
        assertThat(Download.MNIST.explained(cause)).hasMessage(
                "Cannot get MNIST: this machine seems to be offline. Connect it and try again, or choose a folder that already holds the four files.");
        assertThat(Download.FASHION_MNIST.explained(new IOException("disk full")))
                .hasMessageStartingWith("Cannot get Fashion-MNIST: disk full.");
    }

    @Test
    void progressIsPassedOnAsAShare() {
        List<Double> shares = new ArrayList<>();
        Relay relay = new Relay((done, _) -> shares.add(done), "Getting MNIST");
        relay.reset("", 8, null);
        relay.start(2);
        relay.increment(2);
        relay.end();
        assertThat(shares).containsExactly(0.0, 0.25, 0.5, 1.0);
        assertThatThrownBy(() -> new Relay((_, _) -> false, "Getting MNIST").start(0))
                .isInstanceOf(Relay.Stopped.class);
    }
}
