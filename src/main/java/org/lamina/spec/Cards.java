package org.lamina.spec;

import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/// Reads the annotations of catalogue entries.
public final class Cards {

    private Cards() {}

    public static Card card(Class<?> type) {
        Card card = type.getAnnotation(Card.class);
        if (card == null)
            throw new IllegalArgumentException(type.getName() + " has no @Card");
        return card;
    }

    /// A card for what a person named.
    public static Card card(String id, String title, Family family) {
        return new Given(id, title, family);
    }

    public static String help(Class<?> type) {
        Help help = type.getAnnotation(Help.class);
        return help == null ? "" : help.value().strip();
    }

    private record Given(String id, String title, Family family) implements Card {

        @Override
        public String[] keywords() {
            return new String[0];
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return Card.class;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Card card && id.equals(card.id()) && title.equals(card.title())
                    && family == card.family();
        }

        @Override
        public int hashCode() {
            return 31 * id.hashCode() + title.hashCode();
        }
    }
}
