package org.lamina.data.read;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.lamina.data.DataException;

/// Text cut into records and fields, quotes undone (RFC 4180).
final class CsvText {
    private static final int RECORDS_TO_JUDGE_BY = 50;

    private CsvText() {}

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
}
