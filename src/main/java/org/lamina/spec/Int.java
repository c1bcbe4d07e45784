package org.lamina.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The range of an integer parameter.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Int {
    /// Least value that is accepted.
    int min();

    /// Greatest value that is accepted.
    int max();

    /// Greatest value that a slider offers; 0 means `max`.
    int soft() default 0;

    /// Unit shown behind the value; empty for a plain number.
    String unit() default "";
}
