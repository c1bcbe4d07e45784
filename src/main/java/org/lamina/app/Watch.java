package org.lamina.app;

import java.util.random.RandomGenerator;

/// Everything that follows the engine, whichever project is open.
public record Watch(RunStatus status, Curves curves, Samples samples, Looking looking, Notices notices) {

    static Watch of(EngineLink link) {
        Samples samples = new Samples(link, RandomGenerator.getDefault());
        return new Watch(new RunStatus(link), new Curves(link), samples, new Looking(link, samples),
                new Notices(link));
    }
}
