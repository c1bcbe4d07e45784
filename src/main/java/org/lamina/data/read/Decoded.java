package org.lamina.data.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lamina.data.DataException;
import org.lamina.spec.Words;

/// A file's bytes as text.
///
/// @param warnings what was repaired or guessed
record Decoded(String text, List<String> warnings) {

    private static final char REPLACEMENT = '\uFFFD';

    /// Reads UTF-8, and ISO 8859-1 where the bytes are no UTF-8 but make sense in it.
    ///
    /// @param memoryPerByte what the text will take in the end
    /// @throws DataException naming the place of a byte that is neither
    static Decoded read(Path file, double memoryPerByte) throws DataException {
        try {
            Reading.checkMemory(Files.size(file) * memoryPerByte, "The text of " + file.getFileName());
            return of(Files.readAllBytes(file), file);
        } catch (IOException e) {
            throw Reading.failed(file, e);
        }
    }

    static Decoded of(byte[] bytes, Path file) throws DataException {
        for (int i = 0; i < bytes.length; i++)
            if (bytes[i] == 0)
                throw new DataException(
                        "Needs a text, but %s has a zero byte at %s: it is not a text file, or one in UTF-16. Save it as UTF-8."
                                .formatted(file, place(bytes, i)));
        List<Integer> broken = new ArrayList<>();
        String text = utf8(bytes, broken);
        if (text.startsWith("\uFEFF"))
            text = text.substring(1);
        if (broken.isEmpty())
            return new Decoded(text, List.of());
        int first = broken.getFirst();
        String where = "byte 0x%02X at %s".formatted(bytes[first], place(bytes, first));
        if (isLatin1(bytes, text, broken.size()))
            return new Decoded(new String(bytes, StandardCharsets.ISO_8859_1),
                    List.of("%s was read as ISO 8859-1: its %s is no UTF-8."
                            .formatted(file.getFileName(), where)));
        return new Decoded(text, List.of("%s became %c, the first of them %s.".formatted(
                Words.count(broken.size(), "broken byte"), REPLACEMENT, where)));
    }

    /// Decodes with a replacement character for each broken byte.
    ///
    /// @param broken takes the places of broken bytes
    private static String utf8(byte[] bytes, List<Integer> broken) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer to = CharBuffer.allocate(bytes.length);
        while (true) {
            CoderResult result = decoder.decode(from, to, true);
            if (!result.isError())
                return to.flip().toString();
            broken.add(from.position());
            from.position(from.position() + result.length());
            to.put(REPLACEMENT);
        }
    }

    /// Whether the bytes that UTF-8 does not explain are rather letters of ISO 8859-1: none of them is among its control
    /// characters, and there are more of them than UTF-8's own characters outside ASCII.
    private static boolean isLatin1(byte[] bytes, String utf8, int broken) {
        for (byte b : bytes)
            if (b < 0 && (b & 0xff) < 0xa0)
                return false;
        long foreign = utf8.codePoints().filter(c -> c > 0x7f && c != REPLACEMENT).count();
        return broken > foreign;
    }

    private static String place(byte[] bytes, int at) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < at; i++) {
            column = bytes[i] == '\n' ? 1 : column + 1;
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return "line %,d, byte %,d of the line".formatted(line, column);
    }
}
