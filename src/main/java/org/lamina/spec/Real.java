package org.lamina.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The range of a real-valued parameter.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Real {
    /// Least value that is accepted.
    double min();

    /// Greatest value that is accepted.
    double max();

    /// Greatest value that a slider offers; 0 means `max`.
    double soft() default 0;

    /// Whether a slider moves in powers of ten.
    boolean log() default false;

    /// Unit shown behind the value; empty for a plain number.
    String unit() default "";
}
