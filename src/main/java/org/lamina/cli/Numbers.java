package org.lamina.cli;

import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Numbers on the command line: a refusal says what was needed in words for people.
final class Numbers {

    private Numbers() {}

    static void register(CommandLine line) {
        ITypeConverter<Integer> whole = converter(Integer::valueOf, "a whole number up to " + Integer.MAX_VALUE);
        ITypeConverter<Double> any = converter(Double::valueOf, "a number");
        line.registerConverter(Integer.class, whole).registerConverter(int.class, whole)
                .registerConverter(Double.class, any).registerConverter(double.class, any);
    }

    private static <T> ITypeConverter<T> converter(ITypeConverter<T> parse, String needed) {
        return text -> {
            try {
                return parse.convert(text);
            } catch (NumberFormatException _) {
                throw new TypeConversionException("needs " + needed + ", got '" + text + "'");
            }
        };
    }
}
