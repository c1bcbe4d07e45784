package org.lamina.spec;

/// Reads the annotations of catalogue entries.
public final class Cards {

    private Cards() {}

    public static Card card(Class<?> type) {
        Card card = type.getAnnotation(Card.class);
        if (card == null)
            throw new IllegalArgumentException(type.getName() + " has no @Card");
        return card;
    }

    public static String help(Class<?> type) {
        Help help = type.getAnnotation(Help.class);
        return help == null ? "" : help.value().strip();
    }
}
