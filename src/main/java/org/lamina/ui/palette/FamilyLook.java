package org.lamina.ui.palette;

import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.spec.Family;

/// Icon and style class of a family; its colour is in the style sheet.
public final class FamilyLook {

    private FamilyLook() {}

    public static FontIcon icon(Family family) {
        FontIcon icon = new FontIcon(switch (family) {
            case CORE -> Feather.BOX;
            case CONVOLUTION -> Feather.GRID;
            case POOLING -> Feather.MINIMIZE_2;
            case RESIZE -> Feather.MAXIMIZE_2;
            case NORMALISATION -> Feather.SLIDERS;
            case ACTIVATION -> Feather.ZAP;
            case MERGE -> Feather.GIT_MERGE;
            case RECURRENT -> Feather.REPEAT;
            case ATTENTION -> Feather.EYE;
            case BLOCK -> Feather.PACKAGE;
        });
        icon.getStyleClass().add("family-icon");
        return icon;
    }

    public static String styleClass(Family family) {
        return "family-" + family.name().toLowerCase(Locale.ROOT);
    }
}
