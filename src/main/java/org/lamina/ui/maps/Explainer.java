package org.lamina.ui.maps;

import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;
import org.lamina.study.Attribution;
import org.lamina.study.Attribution.Method;

/// The ways to show which part of a picture an answer comes from, in the order in which they are shown.
enum Explainer {
    SALIENCY("Saliency", "The gradient: by how much the answer would rise if a pixel became a little brighter. "
            + "Simonyan, Vedaldi and Zisserman, 2013."),
    INTEGRATED("Integrated",
            "Integrated gradients: each pixel's share of the difference between this picture and black; "
                    + "the shares add up to it, and the gap says how nearly. Sundararajan, Taly and Yan, 2017."),
    SMOOTH("SmoothGrad",
            "The mean gradient of 32 copies of the picture with noise, which takes away much of the grain. "
                    + "Smilkov et al., 2017."),
    GUIDED("Guided",
            "Guided backpropagation: the gradient where every ReLU lets only positive parts back through, so that "
                    + "what speaks against the answer is left out. Springenberg et al., 2014."),
    GRAD_CAM("Grad-CAM", "Where the maps of the chosen layer speak for the answer: each map weighted with its mean "
            + "gradient, their sum where it is positive, over the picture. Selvaraju et al., 2017."),
    OCCLUSION("Occlusion", "By how much the answer falls when a black square covers the picture there. "
            + "Zeiler and Fergus, 2014.");

    private final String title;
    private final String help;

    Explainer(String title, String help) {
        this.title = title;
        this.help = help;
    }

    String title() {
        return title;
    }

    String help() {
        return help;
    }

    boolean isOverPicture() {
        return this == GRAD_CAM;
    }

    /// Null where there is no layer for it.
    @Nullable
    Method method(@Nullable NodeId layer, int window) {
        return switch (this) {
            case SALIENCY -> new Attribution.Saliency();
            case INTEGRATED -> new Attribution.IntegratedGradients();
            case SMOOTH -> new Attribution.SmoothGrad();
            case GUIDED -> new Attribution.GuidedBackpropagation();
            case GRAD_CAM -> layer == null ? null : new Attribution.GradCam(layer);
            case OCCLUSION -> new Attribution.Occlusion(window);
        };
    }
}
