package org.lamina.tensor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lamina.file.WholeFile;

/// Named tensors of 32-bit floats in Hugging Face's safetensors format: an 8-byte little-endian header length, a JSON
/// header with type, sizes and offsets of each tensor, then the numbers.
///
/// @param tensors by name, in the order of the file
/// @param metadata free text by key
public record Safetensors(Map<String, Tensor> tensors, Map<String, String> metadata) {

    /// Largest header that is read; the format's own limit is 100 MB, which no list of layers comes near.
    private static final long MAX_HEADER = 16 << 20;
    private static final String METADATA = "__metadata__";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    public Safetensors {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /// The file is at any moment the old one or the new one.
    public void write(Path file) throws IOException {
        WholeFile.write(file, draft -> {
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                writeTo(out);
            }
        });
    }

    /// @throws IOException with a message for people, where the file is not one or holds other types than F32
    public static Safetensors read(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(in);
        } catch (IllegalArgumentException | ArithmeticException | JsonProcessingException | EOFException e) {
            throw new IOException("'" + file.getFileName() + "' is not a whole safetensors file: " + reason(e), e);
        }
    }

    private void writeTo(FileChannel out) throws IOException {
        byte[] header = header();
        ByteBuffer start = ByteBuffer.allocate(8 + header.length).order(ByteOrder.LITTLE_ENDIAN);
        writeFully(out, start.putLong(header.length).put(header).flip());
        for (Tensor tensor : tensors.values()) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(4, tensor.values().length))
                    .order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(tensor.values());
            writeFully(out, bytes);
        }
    }

    private byte[] header() {
        ObjectNode root = JSON.createObjectNode();
        metadata.forEach(root.putObject(METADATA)::put);
        long at = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            ObjectNode tensor = root.putObject(entry.getKey()).put("dtype", "F32");
            tensor.set("shape", JSON.valueToTree(entry.getValue().sizes()));
            tensor.putArray("data_offsets").add(at).add(at += 4L * entry.getValue().values().length);
        }
        byte[] json = root.toString().getBytes(StandardCharsets.UTF_8);
        String padding = " ".repeat((8 - json.length % 8) % 8);
        return (root + padding).getBytes(StandardCharsets.UTF_8);
    }

    private static Safetensors read(FileChannel in) throws IOException {
        long length = fill(in, ByteBuffer.allocate(8)).getLong();
        if (length < 2 || length > MAX_HEADER || length > in.size() - 8)
            throw new IllegalArgumentException("its header claims " + length + " bytes");
        JsonNode root = JSON.readTree(fill(in, ByteBuffer.allocate((int) length)).array());
        if (!(root instanceof ObjectNode header))
            throw new IllegalArgumentException("its header is not a JSON object");
        Map<String, String> metadata = new LinkedHashMap<>();
        header.path(METADATA).properties().forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
        header.remove(METADATA);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : header.properties())
            tensors.put(entry.getKey(), tensor(in, 8 + length, entry.getKey(), entry.getValue()));
        return new Safetensors(tensors, metadata);
    }

    private static Tensor tensor(FileChannel in, long base, String name, JsonNode entry) throws IOException {
        String type = entry.path("dtype").asText();
        if (!type.equals("F32"))
            throw new IllegalArgumentException(
                    "'" + name + "' holds " + type + ", only F32 is read: convert it to 32-bit floats");
        JsonNode shape = entry.path("shape");
        int[] sizes = new int[shape.size()];
        for (int i = 0; i < sizes.length; i++)
            sizes[i] = size(name, shape.get(i));
        long begin = entry.path("data_offsets").path(0).asLong(-1);
        long end = entry.path("data_offsets").path(1).asLong(-1);
        long elements = 1;
        for (int size : sizes)
            elements = Math.multiplyExact(elements, (long) size);
        if (begin < 0 || end > in.size() - base || end - begin != Math.multiplyExact(4L, elements))
            throw new IllegalArgumentException("'" + name + "' lies outside the file or has another size than it says");
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(end - begin));
        in.position(base + begin);
        float[] values = new float[Math.toIntExact(elements)];
        fill(in, bytes).asFloatBuffer().get(values);
        return new Tensor(sizes, values);
    }

    private static int size(String name, JsonNode size) {
        if (!size.canConvertToInt() || size.asInt() < 0)
            throw new IllegalArgumentException("'" + name + "' has a size of " + size);
        return size.asInt();
    }

    private static ByteBuffer fill(FileChannel in, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining())
            if (in.read(bytes) < 0)
                throw new EOFException("it ends too early");
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining())
            out.write(bytes);
    }

    private static String reason(Exception e) {
        return e instanceof JsonProcessingException json ? json.getOriginalMessage() : String.valueOf(e.getMessage());
    }
}
