package org.lamina.engine;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The model in hand, and what is looked at of it: as it is now, or as it was at an earlier step of its run.
final class InHand implements AutoCloseable {

    private final Run.World world;
    private final LongSupplier step;
    private final BooleanSupplier learning;
    private Looks looks = Looks.NOTHING;
    private long budget = 256_000_000;
    private @Nullable Model model;
    private @Nullable Looker looker;
    private @Nullable Hindsight hindsight;

    /// @param step updates made so far
    /// @param learning whether more of them are being made
    InHand(Run.World world, LongSupplier step, BooleanSupplier learning) {
        this.world = world;
        this.step = step;
        this.learning = learning;
    }

    /// @param phase what it is wanted for, in words
    /// @throws Refusal where there is none
    Model model(String phase) throws Refusal {
        if (model == null)
            throw new Refusal(phase, null, "There is no trained network yet: train it or load weights first", null);
        return model;
    }

    /// Takes a model in place of the one before, which is closed.
    ///
    /// @return who looks at it
    Looker take(Model opened) {
        close();
        model = opened;
        Looker eyes = new Looker(opened, world.mailbox(), world.clock());
        eyes.looks(looks);
        looker = eyes;
        return eyes;
    }

    /// Keeps from now on what the model in hand was.
    Hindsight keep(Model opened) {
        Hindsight back = new Hindsight(opened, new Moments(budget, opened.network().bytes(), world.clock()),
                world.mailbox(), world.clock());
        hindsight = back;
        world.mailbox().overhear(back::see);
        return back;
    }

    /// Whether [#answer] has something to do.
    boolean isAsked() {
        return looker != null && (learning.getAsBoolean() ? looker.isAsked(step.getAsLong(), true)
                : looker.isBehind(step.getAsLong()));
    }

    /// Answers a bit of a question; while the network learns, as many bits as there is time for.
    ///
    /// @param nanos that a training step may wait
    void answer(long nanos) {
        if (looker == null)
            return;
        if (!learning.getAsBoolean()) {
            looker.goOn(step.getAsLong());
            return;
        }
        long begin = world.clock().getAsLong();
        do
            looker.answer(step.getAsLong(), true);
        while (isAsked() && world.clock().getAsLong() - begin < nanos);
    }

    /// Whether [#goBack] has something to do.
    boolean isBehind() {
        return hindsight != null && hindsight.isBehind();
    }

    /// Shows a bit of the earlier step that was asked for.
    void goBack() throws Exception {
        if (hindsight != null)
            Torch.leavingOneCore(hindsight::advance)
                    .ifPresent(then -> world.events().accept(new Event.Recalled(then)));
    }

    void look(Looks wanted) {
        looks = wanted;
        if (looker == null)
            return;
        if (hindsight != null)
            hindsight.looks(wanted);
        if (!isBack())
            lookAtPresent(looker);
    }

    private boolean isBack() {
        return hindsight != null && hindsight.isBack();
    }

    /// The present is not looked at meanwhile.
    void recall(long earlier) {
        if (hindsight == null || looker == null)
            return;
        boolean before = isBack();
        hindsight.recall(earlier, looks);
        if (before == isBack())
            return;
        if (isBack())
            looker.looks(Looks.NOTHING);
        else
            lookAtPresent(looker);
    }

    private void lookAtPresent(Looker eyes) {
        eyes.looks(looks);
        lookAtRest(eyes);
    }

    /// Nobody else does while nothing is learnt.
    private void lookAtRest(Looker eyes) {
        if (!learning.getAsBoolean())
            eyes.rest(step.getAsLong());
    }

    /// @param bytes that what the model was may take
    void remember(long bytes) {
        budget = bytes;
        if (hindsight == null)
            return;
        hindsight.moments().budget(bytes);
        hindsight.news().ifPresent(world.events());
    }

    void put(Command.PutWeight command) throws Refusal {
        Model current = model("setting a weight");
        Refusal.during("setting a weight", () -> {
            current.network().put(command.parameter(), command.index(), command.value());
            return current;
        });
        if (looker == null)
            return;
        looker.changed();
        lookAtRest(looker);
    }

    /// Closes the model; nothing is looked at any more.
    void forget() {
        close();
        looks = Looks.NOTHING;
    }

    @Override
    public void close() {
        if (hindsight != null)
            hindsight.close();
        hindsight = null;
        world.mailbox().overhear(_ -> {});
        if (looker != null)
            looker.close();
        if (model != null)
            model.close();
        looker = null;
        model = null;
    }
}
