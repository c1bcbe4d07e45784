package org.lamina.data.read;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.lamina.data.DataException;

/// Text cut into records and fields, quotes undone (RFC 4180).
final class CsvText {
    private static final int RECORDS_TO_JUDGE_BY = 50;
    private static final double MEMORY_PER_BYTE = 12;

    private CsvText() {}

    /// The file's text: UTF-8, or ISO 8859-1 where it is no UTF-8.
    static String read(Path file) throws DataException {
        try {
            Reading.checkMemory(Files.size(file) * MEMORY_PER_BYTE, "The table " + file.getFileName());
            byte[] bytes = Files.readAllBytes(file);
            String text = decode(bytes);
            if (text.indexOf('\0') >= 0)
                throw new DataException("Needs a text file with a table, but " + file
                        + " holds binary data: save the table as CSV.");
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw Reading.failed(file, e);
        }
    }

    /// The separator that cuts the first records into the most fields, equally many in each.
    static char separator(String text) {
        char best = ',';
        int most = 1;
        for (char candidate : ",;\t|".toCharArray()) {
            int fields = commonFields(text, candidate);
            if (fields > most) {
                most = fields;
                best = candidate;
            }
        }
        return best;
    }

    /// All records that are not empty lines.
    static List<CSVRecord> records(String text, char separator, Path file) throws DataException {
        try (CSVParser parser = parser(text, separator)) {
            return parser.getRecords();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new DataException("Cannot read " + file + " as a table: " + e.getMessage()
                    + ". A quoted field must end with a quote before the next separator.", e);
        }
    }

    /// How many fields each of the first records has; 0 where they differ.
    private static int commonFields(String text, char separator) {
        try (CSVParser parser = parser(text, separator)) {
            List<Integer> sizes = parser.stream().limit(RECORDS_TO_JUDGE_BY).map(CSVRecord::size).distinct().toList();
            return sizes.size() == 1 ? sizes.getFirst() : 0;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return 0;
        }
    }

    private static CSVParser parser(String text, char separator) throws IOException {
        return CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(separator != '\t').get().parse(new StringReader(text));
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
