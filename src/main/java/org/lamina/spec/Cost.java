package org.lamina.spec;

/// What a layer costs for one sample.
///
/// @param parameters trained numbers (running statistics not counted, as in published tables)
/// @param multiplyAdds multiply-add pairs of one forward pass
/// @param activationBytes memory of the output
public record Cost(long parameters, long multiplyAdds, long activationBytes) {
    public static final Cost NONE = new Cost(0, 0, 0);

    public Cost plus(Cost other) {
        return new Cost(parameters + other.parameters, multiplyAdds + other.multiplyAdds,
                activationBytes + other.activationBytes);
    }
}
