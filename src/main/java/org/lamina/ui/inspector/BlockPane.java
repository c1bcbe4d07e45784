package org.lamina.ui.inspector;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.lamina.app.BlockEditor;
import org.lamina.app.NetworkEditor;
import org.lamina.graph.Definition;
import org.lamina.graph.Exposed;
import org.lamina.spec.Words;
import org.lamina.ui.Area;
import org.lamina.ui.Field;

/// The block that is open, shown while nothing inside it is selected: its name, what it does, its parameters.
public final class BlockPane extends VBox {

    private final BlockEditor blocks;
    private final TextField name = new Field();
    private final TextArea help = new Area();
    private final Label used = Headings.muted("");
    private final VBox exposed = new VBox();
    private List<Exposed> shown = List.of();

    public BlockPane(NetworkEditor editor) {
        blocks = editor.blocks();
        setId("block-pane");
        getStyleClass().add("pane");
        name.setId("block-name");
        name.setAccessibleText("Name of the block");
        onEnd(name, text -> blocks.opened().ifPresent(b -> blocks.rename(b, text)));
        name.setOnAction(_ -> requestFocus());
        help.setId("block-help");
        help.setWrapText(true);
        help.setPrefRowCount(5);
        help.setPromptText("What the block does; shown in the palette and wherever it is used.");
        onEnd(help, text -> blocks.opened().ifPresent(b -> blocks.change("Describe block", b.withHelp(text))));
        exposed.getStyleClass().add("form");
        getChildren().addAll(Headings.title("Block"), name, used, Headings.section("What it does"), help,
                Headings.section("Parameters"),
                Headings.muted("Select a layer and press the arrow beside a parameter to have each use of the block set"
                        + " it. Parameters of one name are set together."),
                exposed);
        editor.drawing().projectProperty().subscribe(_ -> refresh());
    }

    /// Takes the text when the cursor leaves it.
    private static void onEnd(TextInputControl field, Consumer<String> take) {
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is)
                take.accept(field.getText());
        });
    }

    private void refresh() {
        blocks.opened().ifPresent(this::show);
    }

    private void show(Definition block) {
        if (!name.isFocused())
            name.setText(block.name());
        if (!help.isFocused())
            help.setText(block.help());
        used.setText("Used " + Words.count(blocks.uses(block), "time") + "; a change here is a change of all.");
        if (block.exposed().equals(shown))
            return;
        shown = block.exposed();
        exposed.getChildren().setAll(shown.stream().map(e -> row(block, e)).toList());
    }

    private Node row(Definition block, Exposed each) {
        TextField field = new Field(each.name());
        field.setId("exposed-" + each.name());
        field.setAccessibleText("Name of the parameter");
        onEnd(field, text -> blocks.renameExposed(each.name(), text));
        field.setOnAction(_ -> requestFocus());
        String sets = each.targets().stream()
                .map(t -> block.graph().node(t.node()).map(org.lamina.graph.Node::label).orElse("") + ", "
                        + Words.title(t.parameter()).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("; "));
        VBox row = new VBox(new HBox(field), Headings.muted("Sets " + sets));
        row.getStyleClass().add("form-row");
        return row;
    }
}
