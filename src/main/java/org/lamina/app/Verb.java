package org.lamina.app;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Something a person can have done, or the reason why not now.
public final class Verb {

    private final String title;
    private final Runnable work;
    private final ReadOnlyStringWrapper whyNot = new ReadOnlyStringWrapper("");

    Verb(String title, Runnable work) {
        this.title = title;
        this.work = work;
    }

    public String title() {
        return title;
    }

    /// Why it cannot be done now, in words for people; empty where it can.
    public ReadOnlyStringProperty whyNotProperty() {
        return whyNot.getReadOnlyProperty();
    }

    public String whyNot() {
        return whyNot.get();
    }

    public boolean isReady() {
        return whyNot.get().isEmpty();
    }

    /// Does it; nothing where there is a reason not to.
    public void run() {
        if (isReady())
            work.run();
    }

    void allow(String reasonAgainst) {
        whyNot.set(reasonAgainst);
    }
}
