package org.lamina.ui.depth;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Prediction;
import org.lamina.app.colour.Picture;

/// Pictures of samples, gathered as they come. Where there are many, those out of sight are forgotten.
final class SamplePictures {

    private static final int MANY = 500;

    private final Map<Integer, Image> images = new HashMap<>();
    private List<Prediction> seen = List.of();

    @Nullable
    Image of(int sample) {
        return images.get(sample);
    }

    /// Those that are still to be asked for.
    Set<Integer> missing(Set<Integer> inSight) {
        Set<Integer> missing = new LinkedHashSet<>(inSight);
        missing.removeAll(images.keySet());
        return missing;
    }

    /// @param now what has come last
    /// @return whether there are more than before
    boolean gather(List<Prediction> now, Supplier<Set<Integer>> inSight) {
        if (now == seen)
            return false;
        seen = now;
        if (images.size() > MANY)
            images.keySet().retainAll(inSight.get());
        boolean fresh = false;
        for (Prediction prediction : now)
            if (prediction.input().sizes().length == 3 && !images.containsKey(prediction.sample())) {
                images.put(prediction.sample(), image(Picture.channelsLast(prediction.input())));
                fresh = true;
            }
        return fresh;
    }

    private static Image image(Picture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter().setPixels(0, 0, picture.width(), picture.height(), PixelFormat.getIntArgbInstance(),
                picture.pixels(), 0, picture.width());
        return image;
    }

    /// Other samples come.
    void clear() {
        images.clear();
    }
}
