package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevicesTest {

    /// Of three GPUs, the first fails its trial.
    private final Devices many = new Devices(3, gpu -> gpu > 0, 8);
    private final Devices none = new Devices(0, _ -> true, 1);

    @Test
    void gpusThatPassTheirTrialComeFirst() {
        assertThat(many.all()).containsExactly(new DeviceInfo("gpu1", "GPU 1"), new DeviceInfo("gpu2", "GPU 2"),
                new DeviceInfo("cpu", "CPU, 8 threads"));
        assertThat(none.all()).containsExactly(new DeviceInfo("cpu", "CPU, 1 thread"));
    }

    @ParameterizedTest
    @CsvSource({"auto, gpu1", "gpu, gpu1", "gpu2, gpu2", "cpu, cpu"})
    void wordsChooseAmongThem(String wanted, String id) {
        assertThat(many.choose(wanted).id()).isEqualTo(id);
        assertThat(none.choose("auto").id()).isEqualTo("cpu");
    }

    @Test
    void deviceThatIsNotThereIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> none.choose("gpu"))
                .hasMessage("There is no device 'gpu' here: choose auto or cpu");
        assertThatThrownBy(() -> many.choose("gpu0"))
                .hasMessage("There is no device 'gpu0' here: choose auto or gpu1 or gpu2 or cpu");
    }

    @Test
    void idNamesTheEnginesOwnDevice() {
        assertThat(Devices.device(new DeviceInfo("gpu2", "GPU 2"))).isEqualTo(Device.gpu(2));
        assertThat(Devices.device(new DeviceInfo("cpu", "CPU, 1 thread"))).isEqualTo(Device.cpu());
    }
}
