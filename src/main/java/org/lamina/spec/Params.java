package org.lamina.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamina.tensor.Shape;

/// The parameters of a record, by reflection: the one mechanism behind forms, files and range checks of layers, data
/// sets and training plans. Such a record has a public no-argument constructor that holds the defaults. A [Tunable]
/// answers for itself.
public final class Params {

    private Params() {}

    /// The parameters of a record class in their declared order.
    public static List<Param> of(Class<?> type) {
        return Reflected.of(type).params();
    }

    /// The parameters of a record or a [Tunable].
    public static List<Param> in(Object owner) {
        return owner instanceof Tunable tunable ? tunable.params() : of(owner.getClass());
    }

    public static @Nullable Param find(Class<?> type, String name) {
        return named(of(type), name);
    }

    public static @Nullable Param findIn(Object owner, String name) {
        return named(in(owner), name);
    }

    private static @Nullable Param named(List<Param> params, String name) {
        return params.stream().filter(p -> p.name().equals(name) || p.was().contains(name)).findFirst().orElse(null);
    }

    /// A record with the defaults of its no-argument constructor.
    public static <T> T defaults(Class<T> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " needs a public no-argument constructor", e);
        }
    }

    public static Object get(Object owner, String name) {
        if (owner instanceof Tunable tunable)
            return tunable.value(name);
        Reflected reflected = Reflected.of(owner.getClass());
        for (int i = 0; i < reflected.params().size(); i++)
            if (reflected.params().get(i).name().equals(name))
                return reflected.read(owner, i);
        throw new IllegalArgumentException(owner.getClass().getSimpleName() + " has no parameter " + name);
    }

    /// All values by name, in declared order.
    public static Map<String, Object> values(Object owner) {
        Map<String, Object> values = new LinkedHashMap<>();
        in(owner).forEach(param -> values.put(param.name(), get(owner, param.name())));
        return values;
    }

    /// The same record with some values replaced.
    ///
    /// @throws IllegalArgumentException with a message for people, where a name is unknown or a value does not fit
    public static <T> T with(T owner, Map<String, ?> changes) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) owner.getClass();
        Map<String, Object> converted = converted(owner, changes);
        if (owner instanceof Tunable tunable)
            return type.cast(tunable.with(converted));
        Map<String, Object> values = values(owner);
        values.putAll(converted);
        return type.cast(Reflected.of(type).create(List.copyOf(values.values())));
    }

    private static Map<String, Object> converted(Object owner, Map<String, ?> changes) {
        Map<String, Object> converted = new LinkedHashMap<>();
        changes.forEach((name, value) -> {
            Param param = findIn(owner, name);
            if (param == null)
                throw new IllegalArgumentException(
                        owner.getClass().getSimpleName() + " has no parameter '" + name + "'");
            converted.put(param.name(), convert(param, value));
        });
        return converted;
    }

    public static <T> T with(T owner, String name, Object value) {
        return with(owner, Map.of(name, value));
    }

    /// The value as its parameter's type; numbers, booleans, enums and shapes are read from text too.
    ///
    /// @throws IllegalArgumentException with a message for people
    public static Object convert(Param param, Object value) {
        try {
            return converted(param, value);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    param.title() + " needs "
                            + (param.type() == int.class ? "a whole number, " + param.range() : "a number") + ", got '"
                            + value + "'",
                    e);
        }
    }

    /// What of the record is outside its hard range: message by parameter name, in declared order.
    public static Map<String, String> violations(Object owner) {
        Map<String, String> messages = new LinkedHashMap<>();
        for (Param param : in(owner)) {
            String refusal = param.refusal(get(owner, param.name()));
            if (refusal != null)
                messages.put(param.name(), refusal);
        }
        return messages;
    }

    private static Object converted(Param param, Object value) {
        Class<?> type = param.type();
        if (type.isInstance(value))
            return value;
        String text = String.valueOf(value).strip();
        if (type == int.class)
            return value instanceof Number n ? Math.toIntExact(whole(n)) : (Object) Integer.parseInt(text);
        if (type == double.class)
            return finite(value instanceof Number n ? n.doubleValue() : Double.parseDouble(text.replace(',', '.')));
        if (type == boolean.class && (text.equals("true") || text.equals("false")))
            return Boolean.valueOf(text);
        if (type == Shape.class)
            return Shape.parse(text);
        if (type.isEnum())
            return constant(param, text);
        throw new IllegalArgumentException(param.title() + " cannot be '" + value + "'");
    }

    private static long whole(Number number) {
        double value = number.doubleValue();
        if (value != Math.rint(value))
            throw new NumberFormatException();
        return (long) value;
    }

    private static double finite(double value) {
        if (!Double.isFinite(value))
            throw new NumberFormatException();
        return value;
    }

    private static Object constant(Param param, String text) {
        List<?> constants = List.of(param.type().getEnumConstants());
        return constants.stream().filter(c -> ((Enum<?>) c).name().equalsIgnoreCase(text)).findFirst()
                .map(Object.class::cast)
                .orElseThrow(() -> new IllegalArgumentException(
                        param.title() + " needs one of " + constants + ", got '" + text + "'"));
    }
}
