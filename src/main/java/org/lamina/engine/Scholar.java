package org.lamina.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamina.probe.Gallery;
import org.lamina.probe.Studies;
import org.lamina.probe.Study;
import org.lamina.probe.Subject;
import org.lamina.probe.Unanswerable;
import org.lamina.study.Finding;
import org.lamina.study.Hierarchy;
import org.lamina.study.Question;

/// Answers the questions on screen, one bit of one of them at a time.
final class Scholar implements AutoCloseable {

    private static final class Case {
        private final Question question;
        private @Nullable Study study;
        /// That the last whole answer was about; -1 before there is one.
        private long step = -1;

        Case(Question question) {
            this.question = question;
        }

        boolean isFresh() {
            return step < 0;
        }

        boolean isBehind(long now) {
            return isFresh() || (question.follows() && step != now) || study != null;
        }

        void forget() {
            drop();
            step = -1;
        }

        void drop() {
            if (study != null)
                study.close();
            study = null;
        }
    }

    private final Subject subject;
    private final Mailbox mailbox;
    private final Map<Question, Case> cases = new LinkedHashMap<>();

    Scholar(Subject subject, Mailbox mailbox) {
        this.subject = subject;
        this.mailbox = mailbox;
    }

    /// Replaces what is asked. What is not asked any more is broken off.
    void questions(Set<Question> wanted) {
        cases.values().stream().filter(c -> !wanted.contains(c.question)).forEach(Case::drop);
        cases.keySet().retainAll(wanted);
        if (wanted.stream().noneMatch(Hierarchy.class::isInstance))
            subject.forget();
        wanted.forEach(question -> cases.computeIfAbsent(question, Case::new));
    }

    /// Every answer that follows the network is about another now.
    void changed() {
        subject.forget();
        cases.values().stream().filter(c -> c.question.follows()).forEach(Case::forget);
    }

    /// Where patches are to be gathered while the network learns; empty while nobody looks at any.
    Optional<Gallery> gallery() {
        return cases.values().stream().filter(c -> c.study != null || c.step >= 0).map(c -> c.question)
                .filter(Hierarchy.class::isInstance).map(Hierarchy.class::cast).findFirst().flatMap(this::gallery);
    }

    private Optional<Gallery> gallery(Hierarchy question) {
        try {
            return Optional.of(subject.gallery(question.bytes()));
        } catch (Unanswerable e) {
            return Optional.empty();
        }
    }

    /// Whether a question has not been answered at all.
    boolean hasFresh() {
        return cases.values().stream().anyMatch(Case::isFresh);
    }

    /// Whether an answer is not about this step.
    boolean isBehind(long step) {
        return cases.values().stream().anyMatch(c -> c.isBehind(step));
    }

    /// Does a bit of the work on a question that has not been answered at all.
    void answer(long step) {
        next(cases.values().stream().filter(Case::isFresh).findFirst(), step);
    }

    /// Does a bit of the work on a question whose answer is not about this step.
    void renew(long step) {
        next(cases.values().stream().filter(c -> c.isBehind(step)).findFirst(), step);
    }

    private void next(Optional<Case> chosen, long step) {
        chosen.ifPresent(c -> {
            cases.remove(c.question);
            cases.put(c.question, c);
            advance(c, step);
        });
    }

    private void advance(Case asked, long step) {
        try {
            Optional<? extends Finding> found = Refusal.during("answering", () -> bit(asked));
            Study study = asked.study;
            boolean done = study == null || study.isDone();
            boolean shown = study == null || study.isDone() || asked.isFresh() || !study.countsSamples();
            found.filter(_ -> shown)
                    .ifPresent(finding -> put(new Frame.Found(asked.question, step, finding, done, null)));
            if (done)
                end(asked, step);
        } catch (Refusal refusal) {
            end(asked, step);
            put(new Frame.Found(asked.question, step, null, true, refusal.getMessage()));
        }
    }

    private Optional<? extends Finding> bit(Case asked) throws Exception {
        try {
            Study study = asked.study == null ? Studies.of(asked.question, subject) : asked.study;
            asked.study = study;
            return study.advance();
        } catch (Unanswerable e) {
            throw new Refusal("answering", null, Objects.requireNonNull(e.getMessage()), e);
        }
    }

    private static void end(Case asked, long step) {
        asked.drop();
        asked.step = step;
    }

    private void put(Frame.Found found) {
        mailbox.put(Frame.of(List.of(found)));
    }

    @Override
    public void close() {
        new ArrayList<>(cases.values()).forEach(Case::drop);
        cases.clear();
    }
}
