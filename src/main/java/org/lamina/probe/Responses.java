package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.lamina.compile.Tap;
import org.lamina.study.Picture;
import org.lamina.study.Response;

/// What the network answers for single pictures.
final class Responses {

    private Responses() {}

    static Response.Found to(Picture picture, Subject subject) throws Unanswerable {
        try (NDManager scope = subject.manager().newSubManager()) {
            NDArray samples = subject.samples(scope, List.of(picture));
            NDArray shown = subject.shown(subject.answer(samples, false, Tap.NONE));
            return new Response.Found(subject.readOne(samples), subject.readOne(shown));
        }
    }
}
