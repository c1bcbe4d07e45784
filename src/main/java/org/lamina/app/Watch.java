package org.lamina.app;

import java.util.random.RandomGenerator;

/// Everything that follows the engine for one project.
public record Watch(RunStatus status, Curves curves, Samples samples, Looking looking, Dissection dissection) {

    static Watch of(EngineLink link) {
        Samples samples = new Samples(link, RandomGenerator.getDefault());
        return new Watch(new RunStatus(link), new Curves(link), samples, new Looking(link, samples),
                new Dissection(link));
    }
}
