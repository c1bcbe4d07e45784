package org.lamina.ui.maps;

/// Which numbers share one colour scale.
enum Scope {
    UNIT("unit", "Each map from its own least to its own greatest number: shows weak maps"),
    LAYER("layer", "All maps of the layer alike: shows which maps are strong"),
    NETWORK("network", "All layers alike: shows how numbers grow from layer to layer");

    private final String title;
    private final String help;

    Scope(String title, String help) {
        this.title = title;
        this.help = help;
    }

    String help() {
        return help;
    }

    @Override
    public String toString() {
        return title;
    }
}
