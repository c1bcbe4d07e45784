package org.lamina.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void tensorsAndMetadataComeBackInOrder() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("z.weight", new Tensor(new int[]{2, 3}, new float[]{1, -2, Float.NaN, 4, 5, Float.MIN_VALUE}));
        tensors.put("a.scalar", new Tensor(new int[]{}, new float[]{7}));
        tensors.put("empty", new Tensor(new int[]{0, 4}, new float[0]));
        Safetensors written = new Safetensors(tensors, Map.of("ключ", "Wert \"x\""));
        Path file = folder.resolve("w.safetensors");
        written.write(file);
        Safetensors read = Safetensors.read(file);
        assertThat(read).isEqualTo(written);
        assertThat(read.tensors().keySet()).containsExactly("z.weight", "a.scalar", "empty");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    /// As Hugging Face's own library writes it: `save_file({"w": tensor([1., 2.])})`.
    @Test
    void fileOfAnotherWriterIsRead() throws IOException {
        Path file = raw("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}   ", 1, 2);
        assertThat(Safetensors.read(file).tensors()).isEqualTo(Map.of("w",
                new Tensor(new int[]{2}, new float[]{1, 2})));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"w":{"dtype":"BF16","shape":[4],"data_offsets":[0,8]}}                | holds BF16, only F32 is read
            {"w":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}                 | another size than it says
            {"w":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}                | has a size of -2
            {"w":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}                | outside the file
            {"w":{"dtype":"F32","shape":[99999,99999,99999,99999,9],"data_offsets":[0,8]}} | overflow
            {"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"w":{}}          | Duplicate
            [1,2]                                                                  | not a JSON object
            {"w":                                                                  | not a whole safetensors file
            """)
    void fileThatIsNotWholeIsRefusedInWords(String header, String reason) throws IOException {
        Path file = raw(header, 1, 2);
        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(IOException.class)
                .hasMessageStartingWith("'w.safetensors' is not a whole safetensors file").hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"-1", "9223372036854775807", "1000000", "0"})
    void headerLengthThatCannotBeIsRefusedBeforeMemoryIsTaken(long length) throws IOException {
        Path file = Files.write(folder.resolve("w.safetensors"),
                ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(IOException.class)
                .hasMessageContaining("its header claims " + length + " bytes");
    }

    private Path raw(String header, float... values) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json);
        for (float value : values)
            bytes.putFloat(value);
        return Files.write(folder.resolve("w.safetensors"), bytes.array());
    }
}
