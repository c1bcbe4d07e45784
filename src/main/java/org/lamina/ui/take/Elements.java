package org.lamina.ui.take;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// XML text, written element by element. Numbers keep two decimals.
final class Elements {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    private interface Step {
        void take() throws XMLStreamException;
    }

    Elements() {
        try {
            out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param attributes names and values in turn; those without a value are left out
    Elements open(String name, @Nullable Object... attributes) {
        write(() -> {
            out.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2)
                if (attributes[i + 1] != null)
                    out.writeAttribute(String.valueOf(attributes[i]), value(attributes[i + 1]));
        });
        return this;
    }

    Elements close() {
        write(out::writeEndElement);
        return this;
    }

    Elements leaf(String name, @Nullable Object... attributes) {
        return open(name, attributes).close();
    }

    Elements words(String words) {
        write(() -> out.writeCharacters(words));
        return this;
    }

    static String value(@Nullable Object value) {
        return value instanceof Double number
                ? String.format(Locale.ROOT, "%.2f", number).replaceAll("\\.?0+$", "").replaceAll("^-0$", "0")
                : String.valueOf(value);
    }

    private static void write(Step step) {
        try {
            step.take();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        write(out::flush);
        return text.toString();
    }
}
