package org.lamina.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.lamina.engine.Command;
import org.lamina.engine.Event;
import org.lamina.engine.Writing;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.spec.Param;
import org.lamina.spec.Params;

/// Has the network in hand write a text, while it learns, while a run is paused, or afterwards.
public final class Writer implements EngineListener {

    private static final String PROMPT = "prompt";

    private final Document document;
    private final Training training;
    private final EngineLink link;
    private final Subscription subscriptions;
    private final ReadOnlyStringWrapper prompt = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNot = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    Writer(Document document, Training training, EngineLink link) {
        this.document = document;
        this.training = training;
        this.link = link;
        link.connect(this);
        subscriptions = training.stateProperty().subscribe(_ -> allow())
                .and(training.trainedProperty().subscribe(_ -> allow()))
                .and(document.projectProperty().subscribe(_ -> allow()));
    }

    void close() {
        subscriptions.unsubscribe();
    }

    /// What can be set beside the prompt.
    public static List<Param> params() {
        return Params.of(Writing.class).stream().filter(p -> !p.name().equals(PROMPT)).toList();
    }

    /// The prompt that was given last.
    public ReadOnlyStringProperty promptProperty() {
        return prompt.getReadOnlyProperty();
    }

    /// What was written after it so far.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// What is wrong with what was asked; empty where nothing is.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// Why nothing can be written, in words for people; empty where it can.
    public ReadOnlyStringProperty whyNotProperty() {
        return whyNot.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Begins a text.
    ///
    /// @param typed the settings as typed, by name
    public void start(String begin, Map<String, String> typed) {
        if (!whyNot.get().isEmpty())
            return;
        Map<String, Object> values = new LinkedHashMap<>();
        refusal.set("");
        values.put(PROMPT, begin);
        for (Param param : params())
            read(param, typed.getOrDefault(param.name(), ""), values);
        if (!refusal.get().isEmpty())
            return;
        prompt.set(begin);
        text.set("");
        busy.set(true);
        link.send(new Command.Write(Params.with(new Writing(), values)));
    }

    private void read(Param param, String typed, Map<String, Object> values) {
        try {
            Object value = Params.convert(param, typed);
            values.put(param.name(), value);
            String wrong = param.refusal(value);
            if (wrong != null)
                refusal.set(wrong);
        } catch (IllegalArgumentException e) {
            refusal.set(param.title() + ": " + e.getMessage());
        }
    }

    public void stop() {
        if (busy.get())
            link.send(new Command.StopWriting());
    }

    @Override
    public void event(Event event) {
        switch (event) {
            case Event.Wrote wrote -> {
                text.set(text.get() + wrote.text());
                busy.set(!wrote.last());
            }
            case Event.Failed failed when busy.get() && failed.phase().equals("writing") -> {
                refusal.set(failed.message());
                busy.set(false);
            }
            default -> {
            }
        }
    }

    private void allow() {
        Project trained = training.trainedProperty().get();
        Project asked = trained == null ? document.project() : trained;
        whyNot.set(asked.plan().task() != Task.NEXT_TOKEN
                ? "Only a network that learns which token follows can write. Choose a text as data set and next token as task."
                : trained == null || training.state() == RunState.PREPARING
                        ? "Press Train (F5): as soon as the network learns, it can write."
                        : "");
    }
}
