package org.lamina.spec;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// A record class as reflection sees it, looked up once.
///
/// @param accessors by position, like the parameters
record Reflected(List<Param> params, List<Method> accessors, Constructor<?> constructor) {

    private static final ClassValue<Reflected> ALL = new ClassValue<>() {
        @Override
        protected Reflected computeValue(Class<?> type) {
            return reflect(type);
        }
    };

    static Reflected of(Class<?> type) {
        return ALL.get(type);
    }

    Object read(Object owner, int position) {
        return read(accessors.get(position), owner);
    }

    Object create(List<Object> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused)
                throw refused;
            throw new IllegalStateException("cannot create with " + constructor, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create with " + constructor, e);
        }
    }

    private static Reflected reflect(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object initial = Params.defaults(type);
        List<Param> params = new ArrayList<>();
        for (RecordComponent component : components)
            params.add(param(component, initial));
        try {
            return new Reflected(List.copyOf(params),
                    Arrays.stream(components).map(RecordComponent::getAccessor).toList(),
                    type.getDeclaredConstructor(
                            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new)));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Param param(RecordComponent c, Object initial) {
        Int whole = c.getAnnotation(Int.class);
        Real real = c.getAnnotation(Real.class);
        Location location = c.getAnnotation(Location.class);
        Was was = c.getAnnotation(Was.class);
        double min = whole != null ? whole.min() : real != null ? real.min() : Double.NaN;
        double max = whole != null ? whole.max() : real != null ? real.max() : Double.NaN;
        double soft = whole != null ? whole.soft() : real != null ? real.soft() : Double.NaN;
        return new Param(c.getName(), c.getType(), help(c),
                whole != null ? whole.unit() : real != null ? real.unit() : "",
                min, max, soft == 0 ? max : soft, real != null && real.log(),
                location == null ? null : location.value(), read(c.getAccessor(), initial),
                was == null ? List.of() : List.of(was.value()));
    }

    private static String help(AnnotatedElement element) {
        Help help = element.getAnnotation(Help.class);
        return help == null ? "" : help.value().strip();
    }

    private static Object read(Method accessor, Object owner) {
        try {
            return Objects.requireNonNull(accessor.invoke(owner), accessor.getName());
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }
}
