package org.lamina.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a text parameter as the path of a file or folder, absolute or relative to the project file.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Location {
    Kind value();

    /// What the path names.
    enum Kind {
        FILE,
        FOLDER
    }
}
