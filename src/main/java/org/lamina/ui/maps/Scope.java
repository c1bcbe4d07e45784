package org.lamina.ui.maps;

/// Which numbers share one colour scale.
enum Scope {
    UNIT("Scale per unit"),
    LAYER("Scale per layer"),
    NETWORK("Scale per network");

    private final String title;

    Scope(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
