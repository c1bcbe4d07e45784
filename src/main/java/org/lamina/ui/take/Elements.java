package org.lamina.ui.take;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// XML text, noted element by element and written at the end, which takes most of the time. Numbers keep two decimals.
final class Elements {

    private final List<Part> parts = new ArrayList<>();

    private interface Part {
        void write(XMLStreamWriter out) throws XMLStreamException;
    }

    /// @param attributes names and values in turn, a value also as its supplier; those without a value are left out
    Elements open(String name, @Nullable Object... attributes) {
        parts.add(out -> {
            out.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2)
                if (attributes[i + 1] != null)
                    out.writeAttribute(String.valueOf(attributes[i]), value(attributes[i + 1]));
        });
        return this;
    }

    Elements close() {
        parts.add(XMLStreamWriter::writeEndElement);
        return this;
    }

    Elements leaf(String name, @Nullable Object... attributes) {
        return open(name, attributes).close();
    }

    Elements words(String words) {
        parts.add(out -> out.writeCharacters(words));
        return this;
    }

    static String value(@Nullable Object value) {
        return switch (value) {
            case Double number -> decimal(number);
            case Supplier<?> supplier -> String.valueOf(supplier.get());
            case null, default -> String.valueOf(value);
        };
    }

    private static String decimal(double number) {
        return BigDecimal.valueOf(Math.round(100 * number), 2).stripTrailingZeros().toPlainString();
    }

    /// All of the text; any thread, once everything is noted.
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes,
                    StandardCharsets.UTF_8.name());
            for (Part part : parts)
                part.write(out);
            out.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
