package org.lamina.ui.take;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextLineInfo;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Texts, lines and boxes of a drawing.
final class SvgShapes {

    private final Elements out;

    SvgShapes(Elements out) {
        this.out = out;
    }

    void draw(Shape shape) {
        switch (shape) {
            case FontIcon icon -> outline(icon);
            case Text text -> text(text);
            case Line line -> stroked(line, "line", "x1", line.getStartX(), "y1", line.getStartY(), "x2",
                    line.getEndX(), "y2", line.getEndY());
            case Path path when path.getElements().stream().allMatch(SvgShapes::isWritten) ->
                stroked(path, "path", "d", way(path));
            default -> outline(shape);
        }
    }

    private void stroked(Shape shape, String name, @Nullable Object... place) {
        if (!isSeen(shape.getFill()) && !isSeen(shape.getStroke()))
            return;
        List<Double> dashes = shape.getStrokeDashArray();
        @Nullable
        Object[] look = {"fill", colour(shape.getFill()), "fill-opacity", opacity(shape.getFill()), "stroke",
                colour(shape.getStroke()), "stroke-opacity", opacity(shape.getStroke()), "stroke-width",
                shape.getStrokeWidth(), "stroke-linecap", shape.getStrokeLineCap().name().toLowerCase(Locale.ROOT),
                "stroke-dasharray", dashes.isEmpty() ? null
                        : dashes.stream().map(Elements::value).collect(Collectors.joining(" "))};
        out.leaf(name, both(place, look));
    }

    private static boolean isWritten(PathElement element) {
        return element.isAbsolute() && (element instanceof MoveTo || element instanceof LineTo
                || element instanceof CubicCurveTo || element instanceof QuadCurveTo || element instanceof ClosePath);
    }

    private static String way(Path path) {
        return path.getElements().stream().map(element -> switch (element) {
            case MoveTo to -> "M" + numbers(to.getX(), to.getY());
            case LineTo to -> "L" + numbers(to.getX(), to.getY());
            case QuadCurveTo to -> "Q" + numbers(to.getControlX(), to.getControlY(), to.getX(), to.getY());
            case CubicCurveTo to -> "C" + numbers(to.getControlX1(), to.getControlY1(), to.getControlX2(),
                    to.getControlY2(), to.getX(), to.getY());
            default -> "Z";
        }).collect(Collectors.joining());
    }

    private static String numbers(Double... values) {
        return List.of(values).stream().map(Elements::value).collect(Collectors.joining(" "));
    }

    /// The area of a shape that has no element of its own, or whose font others do not have; as a shape's area lies in the
    /// scene, it is brought back.
    private void outline(Shape shape) {
        Paint paint = isSeen(shape.getFill()) ? shape.getFill() : shape.getStroke();
        if (!isSeen(paint))
            return;
        Path area = (Path) Shape.subtract(shape, new Rectangle(0, 0));
        Transform back = shape.getLocalToSceneTransform();
        out.leaf("path", "d", way(area), "fill", colour(paint), "fill-opacity", opacity(paint), "transform",
                "translate(%s %s) scale(%s)".formatted(Elements.value(-back.getTx() / back.getMxx()),
                        Elements.value(-back.getTy() / back.getMyy()), 1 / back.getMxx()));
    }

    private void text(Text text) {
        if (!isSeen(text.getFill()) || text.getText().isBlank())
            return;
        Bounds box = text.getLayoutBounds();
        Font font = text.getFont();
        List<TextLineInfo> lines = text.getLayoutInfo().getTextLines(false);
        for (TextLineInfo line : lines)
            out.open("text", "x", box.getMinX() + line.bounds().getMinX(), "y",
                    box.getMinY() + text.getBaselineOffset() + line.bounds().getMinY()
                            - lines.getFirst().bounds().getMinY(),
                    "font-family", family(font), "font-size", font.getSize(), "font-weight",
                    font.getStyle().contains("Bold") ? "bold" : null, "fill", colour(text.getFill()), "fill-opacity",
                    opacity(text.getFill()), "xml:space", "preserve")
                    .words(text.getText().substring(line.start(), line.end()).stripTrailing()).close();
    }

    /// Where the font is the system's own, that of whoever looks at the drawing.
    private static String family(Font font) {
        return font.getFamily().equals("System") ? "sans-serif" : font.getFamily() + ", sans-serif";
    }

    /// What a style sheet puts behind and around what is in a region.
    void box(Region region) {
        if (region.getBackground() != null)
            region.getBackground().getFills().forEach(fill -> fill(region, fill));
        if (region.getBorder() != null)
            region.getBorder().getStrokes().forEach(stroke -> border(region, stroke));
    }

    private void fill(Region region, BackgroundFill fill) {
        if (isSeen(fill.getFill()))
            rectangle(region, fill.getInsets(), fill.getRadii(), "fill", colour(fill.getFill()), "fill-opacity",
                    opacity(fill.getFill()));
    }

    /// All around, or along the sides that have one.
    private void border(Region region, BorderStroke stroke) {
        if (stroke.isStrokeUniform() && stroke.getWidths().getTop() > 0) {
            if (!isDrawn(stroke.getTopStroke(), stroke.getTopStyle()))
                return;
            double half = stroke.getWidths().getTop() / 2;
            Insets in = stroke.getInsets();
            rectangle(region,
                    new Insets(in.getTop() + half, in.getRight() + half, in.getBottom() + half, in.getLeft() + half),
                    stroke.getRadii(), "fill", "none", "stroke", colour(stroke.getTopStroke()), "stroke-opacity",
                    opacity(stroke.getTopStroke()), "stroke-width", 2 * half);
            return;
        }
        double width = region.getWidth();
        double height = region.getHeight();
        side(stroke.getTopStroke(), stroke.getTopStyle(), stroke.getWidths().getTop(), 0, 0, width, 0);
        side(stroke.getRightStroke(), stroke.getRightStyle(), stroke.getWidths().getRight(), width, 0, width, height);
        side(stroke.getBottomStroke(), stroke.getBottomStyle(), stroke.getWidths().getBottom(), 0, height, width,
                height);
        side(stroke.getLeftStroke(), stroke.getLeftStyle(), stroke.getWidths().getLeft(), 0, 0, 0, height);
    }

    private void side(Paint paint, BorderStrokeStyle style, double width, double x1, double y1, double x2, double y2) {
        if (width > 0 && isDrawn(paint, style))
            out.leaf("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke", colour(paint), "stroke-opacity",
                    opacity(paint), "stroke-width", width);
    }

    private static boolean isDrawn(Paint paint, BorderStrokeStyle style) {
        return isSeen(paint) && style != BorderStrokeStyle.NONE;
    }

    private void rectangle(Region region, Insets in, CornerRadii radii, @Nullable Object... look) {
        double width = region.getWidth() - in.getLeft() - in.getRight();
        double height = region.getHeight() - in.getTop() - in.getBottom();
        if (width <= 0 || height <= 0)
            return;
        double radius = Math.min(radii.getTopLeftHorizontalRadius(), Math.min(width, height) / 2);
        @Nullable
        Object[] place = {"x", in.getLeft(), "y", in.getTop(), "width", width, "height", height, "rx",
                radius > 0 ? radius : null};
        out.leaf("rect", both(place, look));
    }

    private static @Nullable Object[] both(@Nullable Object[] one, @Nullable Object[] other) {
        return Stream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
    }

    private static boolean isSeen(@Nullable Paint paint) {
        return paint != null && !(paint instanceof Color colour && colour.getOpacity() == 0);
    }

    /// As `#rrggbb`; of a gradient its first colour.
    static String colour(@Nullable Paint paint) {
        if (!isSeen(paint))
            return "none";
        Color colour = first(paint);
        return "#" + HexFormat.of().toHexDigits(Math.round(255 * colour.getRed()) << 16
                | Math.round(255 * colour.getGreen()) << 8 | Math.round(255 * colour.getBlue()), 6);
    }

    private static Color first(@Nullable Paint paint) {
        return switch (paint) {
            case Color colour -> colour;
            case LinearGradient gradient when !gradient.getStops().isEmpty() ->
                gradient.getStops().getFirst().getColor();
            case null, default -> Color.GREY;
        };
    }

    private static @Nullable Double opacity(@Nullable Paint paint) {
        double opacity = isSeen(paint) ? first(paint).getOpacity() : 1;
        return opacity < 1 ? opacity : null;
    }
}
