package org.lamina.app;

/// What the engine is doing about a run.
public enum RunState {
    /// The native engine is not ready yet.
    STARTING("Starting the engine"),
    IDLE("Ready"),
    /// Reading data and compiling.
    PREPARING("Preparing"),
    RUNNING("Training"),
    PAUSED("Paused"),
    STOPPING("Stopping");

    private final String title;

    RunState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// Whether a run is under way.
    public boolean isUnderWay() {
        return this != STARTING && this != IDLE;
    }
}
