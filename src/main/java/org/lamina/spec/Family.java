package org.lamina.spec;

/// A group of the palette, in the palette's order.
public enum Family {
    CORE("Core"),
    CONVOLUTION("Convolution"),
    POOLING("Pooling"),
    RESIZE("Resize"),
    NORMALISATION(
            "Normalisation"),
    ACTIVATION("Activation"),
    MERGE("Merge"),
    RECURRENT("Recurrent"),
    ATTENTION("Attention"),
    BLOCK("Blocks");

    private final String title;

    Family(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
