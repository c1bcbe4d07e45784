package org.lamina.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import org.lamina.engine.Event;

/// One JSON object a line.
record JsonReporter(PrintWriter out) implements Reporter {

    @Override
    public void event(Event event) {
        switch (event) {
            case Event.Started started -> print(started(started));
            case Event.EpochDone done -> print(epoch(done));
            case Event.CheckpointSaved saved -> print(Json.event("checkpoint").put("epoch", saved.epoch())
                    .put("weights", saved.file().toString()));
            case Event.Diverged diverged -> print(Json.event("diverged").put("step", diverged.step())
                    .put("node", diverged.node() == null ? null : diverged.node().value())
                    .put("message", diverged.message()));
            default -> {
                // Nothing that a program would wait for.
            }
        }
    }

    private void print(ObjectNode line) {
        out.println(line);
        out.flush();
    }

    private static ObjectNode started(Event.Started started) {
        ObjectNode line = Json.event("started").put("run", started.run().toString())
                .put("device", started.device().title()).put("samples", started.trainSamples())
                .put("validationSamples", started.validation().length).put("parameters", started.parameters())
                .put("epochs", started.epochs()).put("stepsPerEpoch", started.stepsPerEpoch());
        List<String> warnings = started.warnings();
        warnings.forEach(line.putArray("warnings")::add);
        return line;
    }

    private static ObjectNode epoch(Event.EpochDone done) {
        ObjectNode line = Json.event("epoch").put("epoch", done.epoch()).put("step", done.step());
        line.set("train", Json.metrics(done.train()));
        line.set("validation", Json.metrics(done.validation()));
        return line.put("seconds", done.seconds());
    }
}
