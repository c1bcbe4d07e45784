package org.lamina.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The name of a catalogue entry.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Card {
    /// Written to files; never changes.
    String id();

    /// For people; may change.
    String title();

    Family family() default Family.CORE;

    /// Other words under which search finds it.
    String[] keywords() default {};
}
