package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.lamina.tensor.Tensor;

/// Weights that do not fit a network.
final class WeightsException extends Exception {
    private static final long serialVersionUID = 1;
    private static final int MOST_NAMED = 4;

    private WeightsException(String message) {
        super(message);
    }

    /// @throws WeightsException where names or shapes differ
    static void check(Map<String, NDArray> needed, Map<String, Tensor> given) throws WeightsException {
        List<String> misfits = new ArrayList<>();
        needed.forEach((name, array) -> {
            Tensor tensor = given.get(name);
            if (tensor == null)
                misfits.add("the network needs '" + name + "', the file has none");
            else if (!Arrays.equals(array.getShape().getShape(),
                    Arrays.stream(tensor.sizes()).asLongStream().toArray()))
                misfits.add("'" + name + "' is " + words(Arrays.stream(array.getShape().getShape()))
                        + " in the network, " + words(Arrays.stream(tensor.sizes()).asLongStream())
                        + " in the file");
        });
        given.keySet().stream().filter(name -> !needed.containsKey(name))
                .forEach(name -> misfits.add("the file has '" + name + "', the network does not"));
        if (!misfits.isEmpty())
            throw new WeightsException("The weights belong to another network: " + listed(misfits)
                    + ". Take the weights of this network, or the project that they were trained with");
    }

    private static String listed(List<String> misfits) {
        String first = misfits.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
        return misfits.size() <= MOST_NAMED ? first : first + "; and " + (misfits.size() - MOST_NAMED) + " more";
    }

    private static String words(LongStream sizes) {
        return sizes.mapToObj(Long::toString).collect(Collectors.joining("×"));
    }
}
