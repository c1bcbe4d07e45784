package org.lamina.data.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lamina.data.DataException;
import org.lamina.spec.Words;

/// A file's bytes as text.
///
/// @param warnings what was repaired or guessed
record Decoded(String text, List<String> warnings) {

    private static final char REPLACEMENT = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /// Reads what the file's byte order mark says; without one UTF-8, and Windows-1252 where the bytes are no UTF-8 but
    /// make sense in it.
    ///
    /// @param memoryPerByte what the text will take in the end
    /// @throws DataException where it is no text
    static Decoded read(Path file, double memoryPerByte) throws DataException {
        try {
            Reading.checkMemory(Files.size(file) * memoryPerByte, "The text of " + file.getFileName());
            return of(Files.readAllBytes(file), file);
        } catch (IOException e) {
            throw Reading.failed(file, e);
        }
    }

    static Decoded of(byte[] bytes, Path file) throws DataException {
        Optional<Charset> marked = marked(bytes);
        Attempt unicode = Attempt.of(bytes, marked.orElse(StandardCharsets.UTF_8));
        int zero = unicode.text.indexOf('\0');
        if (zero >= 0)
            throw new DataException(
                    "Needs a text, but %s has a zero at %s: it is not a text file, or one in UTF-16 without a byte order mark. Save it as UTF-8."
                            .formatted(file, place(unicode.text, zero)));
        if (unicode.broken.isEmpty())
            return new Decoded(unicode.text, List.of());
        Attempt windows = Attempt.of(bytes, WINDOWS_1252);
        if (marked.isEmpty() && windows.broken.isEmpty() && unicode.isMoreBrokenThanForeign())
            return new Decoded(windows.text, List.of(
                    "%s is no UTF-8: it was read as Windows-1252, as Excel saves tables. Where letters are wrong, save it as UTF-8."
                            .formatted(file.getFileName())));
        return new Decoded(unicode.text, List.of("%s became %c, the first of them at %s.".formatted(
                Words.count(unicode.broken.size(), "broken byte"), REPLACEMENT,
                place(unicode.text, unicode.broken.getFirst()))));
    }

    private static Optional<Charset> marked(byte[] bytes) {
        String start = HexFormat.of().formatHex(bytes, 0, Math.min(3, bytes.length));
        return start.startsWith("efbbbf") ? Optional.of(StandardCharsets.UTF_8)
                : start.startsWith("fffe") ? Optional.of(StandardCharsets.UTF_16LE)
                        : start.startsWith("feff") ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static String place(String text, int at) {
        int line = text.lastIndexOf('\n', at - 1) + 1;
        return "line %,d, character %,d of the line".formatted(text.substring(0, line).lines().count() + 1,
                text.codePointCount(line, at) + 1);
    }

    /// The bytes in one encoding.
    ///
    /// @param broken where in the text a replacement character stands for bytes that have no meaning in it
    private record Attempt(String text, List<Integer> broken) {

        static Attempt of(byte[] bytes, Charset charset) {
            CharsetDecoder decoder = charset.newDecoder();
            ByteBuffer from = ByteBuffer.wrap(bytes);
            CharBuffer to = CharBuffer.allocate(bytes.length);
            List<Integer> broken = new ArrayList<>();
            while (true) {
                CoderResult result = decoder.decode(from, to, true);
                if (!result.isError())
                    return new Attempt(to.flip().toString(), broken).withoutMark();
                broken.add(to.position());
                from.position(from.position() + result.length());
                to.put(REPLACEMENT);
            }
        }

        private Attempt withoutMark() {
            return text.startsWith(BYTE_ORDER_MARK)
                    ? new Attempt(text.substring(1), broken.stream().map(at -> at - 1).toList())
                    : this;
        }

        /// Whether there are more broken places than characters outside ASCII that make sense: then another encoding is
        /// likelier than a damaged file.
        boolean isMoreBrokenThanForeign() {
            return 2L * broken.size() > text.codePoints().filter(c -> c > 0x7f).count();
        }
    }
}
