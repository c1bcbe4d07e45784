package org.lamina.ui.inspector;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Help texts as nodes: paragraphs, `**bold**`, `` `code` `` and list lines starting with `- `.
public final class Markdown {

    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");
    private static final Pattern SPAN = Pattern.compile("\\*\\*(.+?)\\*\\*|`(.+?)`");

    private Markdown() {}

    public static VBox node(String text) {
        VBox box = new VBox();
        box.getStyleClass().add("markdown");
        PARAGRAPHS.splitAsStream(text.strip()).flatMap(p -> blocks(p).stream()).map(Markdown::flow)
                .forEach(box.getChildren()::add);
        return box;
    }

    /// List lines stand alone; other lines of a paragraph are joined.
    private static List<String> blocks(String paragraph) {
        String joined = paragraph.strip().replaceAll("\\n(?!\\s*- )\\s*", " ");
        return joined.lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    private static TextFlow flow(String block) {
        TextFlow flow = new TextFlow();
        String line = block.startsWith("- ") ? "•  " + block.substring(2) : block;
        Matcher matcher = SPAN.matcher(line);
        int from = 0;
        while (matcher.find()) {
            flow.getChildren().add(text(line.substring(from, matcher.start()), "plain"));
            flow.getChildren().add(matcher.group(1) != null ? text(matcher.group(1), "bold")
                    : text(matcher.group(2), "code"));
            from = matcher.end();
        }
        flow.getChildren().add(text(line.substring(from), "plain"));
        return flow;
    }

    private static Node text(String part, String style) {
        Text text = new Text(part);
        text.getStyleClass().addAll("text", style);
        return text;
    }
}
