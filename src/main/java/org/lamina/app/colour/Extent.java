package org.lamina.app.colour;

/// Which numbers share one colour scale.
public enum Extent {
    UNIT("unit", "Each map from its own least to its own greatest number: shows weak maps"),
    LAYER("layer", "All maps of the layer alike: shows which maps are strong"),
    NETWORK("network", "All layers alike: shows how numbers grow from layer to layer");

    private final String title;
    private final String help;

    Extent(String title, String help) {
        this.title = title;
        this.help = help;
    }

    public String help() {
        return help;
    }

    @Override
    public String toString() {
        return title;
    }
}
