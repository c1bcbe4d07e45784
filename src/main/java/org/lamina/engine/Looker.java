package org.lamina.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;
import org.lamina.probe.Gallery;
import org.lamina.study.Health;

/// Takes the pictures that are on screen and answers questions, between two steps and only as often as its share of the
/// time allows. It computes with the network as it stands and changes nothing of it.
final class Looker implements AutoCloseable {
    /// Nanoseconds after which no further bit is begun before a step.
    private static final long PORTION = 8_000_000;

    private final Model model;
    private final LongSupplier clock;
    private final ModelSubject subject;
    private final Scholar scholar;
    private final Pictures pictures;
    private final Mailbox mailbox;
    private final Governor governor;
    private final ConfusionCount confusion;
    private Looks looks = Looks.NOTHING;
    private List<Kind> kinds = List.of();
    private @Nullable Map<Integer, Integer> places;
    /// Whether something is wanted that no picture was taken of.
    private boolean unseen;
    private boolean answersTurn;
    private boolean questionsTurn;
    private boolean gathersTurn;
    private boolean surveysTurn = true;

    private enum Kind {
        MAPS,
        KERNELS,
        PREDICTIONS,
        CONFUSION
    }

    Looker(Model model, Mailbox mailbox, LongSupplier clock) {
        this.model = model;
        this.mailbox = mailbox;
        this.clock = clock;
        governor = new Governor(clock);
        subject = new ModelSubject(model);
        scholar = new Scholar(subject, mailbox);
        pictures = new Pictures(model, subject);
        confusion = new ConfusionCount(model);
    }

    double share() {
        return governor.share();
    }

    void looks(Looks wanted) {
        unseen |= !looks.shows(wanted);
        looks = wanted;
        pictures.looks(wanted);
        scholar.questions(wanted.questions());
        List<Kind> asked = new ArrayList<>();
        if (!wanted.maps().isEmpty())
            asked.add(Kind.MAPS);
        if (!wanted.kernels().isEmpty())
            asked.add(Kind.KERNELS);
        if (!wanted.predictions().isEmpty())
            asked.add(Kind.PREDICTIONS);
        if (wanted.confusion() && model.hasClasses())
            asked.add(Kind.CONFUSION);
        else
            confusion.drop();
        kinds = asked;
    }

    /// Takes new pictures if there is time for them and those before were fetched.
    void advance(long step) {
        if (!mailbox.isEmpty() || !governor.allows())
            return;
        gathersTurn = true;
        boolean questions = scholar.isBehind(step) && (questionsTurn || kinds.isEmpty());
        questionsTurn = !questions;
        surveysTurn |= questions;
        if (questions)
            governor.measure(() -> renew(step));
        else if (!kinds.isEmpty())
            governor.measure(() -> kinds.forEach(kind -> take(kind, step)));
    }

    private void renew(long step) {
        long begin = clock.getAsLong();
        do
            scholar.renew(step);
        while (scholar.isBehind(step) && clock.getAsLong() - begin < PORTION);
    }

    /// Who looks on at the next training step: one who measures how far the weights go, or one who gathers patches, where
    /// somebody looks at that and it is their turn.
    Witness witness() {
        if (!governor.allows())
            return Witness.NONE;
        if (surveysTurn && looks.questions().contains(new Health())) {
            surveysTurn = false;
            return new Surveyor(model.network(), governor, subject::moved);
        }
        if (!gathersTurn && !kinds.isEmpty())
            return Witness.NONE;
        Optional<Gallery> gallery = scholar.gallery();
        if (gallery.isEmpty())
            return Witness.NONE;
        gathersTurn = false;
        if (places == null)
            places = Gatherer.places(model.split());
        return new Gatherer(gallery.get(), model, governor, places);
    }

    /// Takes what somebody else measured of a step.
    void moved(Map<NodeId, Health.Movement> measured) {
        subject.moved(measured);
    }

    /// Whether something is to be shown without regard to the share of time: the first picture, or answer to a question,
    /// while the network learns; and every answer while nothing else is done.
    boolean isAsked(long step, boolean training) {
        return training ? unseen || scholar.hasFresh() : scholar.isBehind(step);
    }

    /// The network is another now, though no step was made.
    void changed() {
        scholar.changed();
    }

    /// Does a bit of the work on it.
    void answer(long step, boolean training) {
        if (training && unseen)
            governor.measure(() -> pictures(step));
        else if (training)
            scholar.answer(step);
        else
            scholar.renew(step);
    }

    /// Takes all pictures of another network; of the confusion matrix it shows each part that [#goOn] counts.
    void begin(long step) {
        confusion.forget();
        rest(step);
    }

    /// Takes all pictures, as nothing is learnt any more; of the confusion matrix a first part.
    void rest(long step) {
        confusion.drop();
        pictures(step);
        if (kinds.contains(Kind.CONFUSION))
            put(confusion.advance(step));
    }

    private void pictures(long step) {
        unseen = false;
        kinds.stream().filter(kind -> kind != Kind.CONFUSION).forEach(kind -> take(kind, step));
    }

    /// Whether [#goOn] has something to do.
    boolean isBehind(long step) {
        return confusion.isUnderWay() || isAsked(step, false);
    }

    /// Answers a bit of a question or counts a part of the confusion matrix, in turn, while nothing is learnt.
    void goOn(long step) {
        if (isAsked(step, false) && (answersTurn || !confusion.isUnderWay()))
            answer(step, false);
        else
            put(confusion.advance(step));
        answersTurn = !answersTurn;
    }

    private void take(Kind kind, long step) {
        switch (kind) {
            case MAPS -> put(pictures.maps(step), List.of(), null, null);
            case KERNELS -> put(List.of(), pictures.kernels(step), null, null);
            case PREDICTIONS -> put(List.of(), List.of(), pictures.predictions(step), null);
            case CONFUSION -> put(confusion.advance(step));
        }
    }

    private void put(Optional<Frame.Confusion> matrix) {
        matrix.ifPresent(counted -> put(List.of(), List.of(), null, counted));
    }

    private void put(List<Frame.Maps> maps, List<Frame.Kernels> kernels, Frame.@Nullable Predictions predictions,
            Frame.@Nullable Confusion matrix) {
        mailbox.put(new Frame(null, List.of(), maps, kernels, predictions, matrix, share()));
    }

    @Override
    public void close() {
        scholar.close();
        confusion.drop();
    }
}
