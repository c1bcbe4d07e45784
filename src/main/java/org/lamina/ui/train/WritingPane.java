package org.lamina.ui.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.Numbers;
import org.lamina.app.Values;
import org.lamina.app.Writer;
import org.lamina.spec.Param;
import org.lamina.ui.Area;
import org.lamina.ui.EmptyPane;
import org.lamina.ui.Field;
import org.lamina.ui.take.Takeaway;

/// Where the network writes: a prompt, how to choose, and the text as it comes.
public final class WritingPane extends StackPane implements Takeaway {

    private static final int SHORT = 6;

    private final Writer writer;
    private final TextField prompt = new Field();
    private final Map<String, TextField> settings = new LinkedHashMap<>();
    private final TextArea text = new Area();

    public WritingPane(Writer writer) {
        this.writer = writer;
        setId("writing");
        getStyleClass().add("live-panel");
        text.setId("writing-text");
        text.setAccessibleText("What the network writes");
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().add("written");
        writer.textProperty().subscribe(this::show);
        VBox top = new VBox(6, begin(), settings(), refusal());
        top.getStyleClass().add("writing-bar");
        Label advice = new Label();
        advice.textProperty().bind(writer.whyNotProperty());
        BorderPane all = new BorderPane(text, top, null, null, null);
        all.visibleProperty().bind(writer.whyNotProperty().isEmpty());
        getChildren().addAll(all, EmptyPane.saying(advice));
    }

    @Override
    public String subject() {
        return "Writing";
    }

    @Override
    public Node pictured() {
        return text;
    }

    @Override
    public Numbers numbers() {
        return writer.textProperty().get().isEmpty() ? Numbers.NONE
                : Numbers.of(List.of("prompt", "written"),
                        List.of(List.of(writer.promptProperty().get(), writer.textProperty().get())));
    }

    /// Adds what is new, so that the place read at stays in sight.
    private void show(String written) {
        String whole = writer.promptProperty().get() + written;
        String shown = text.getText();
        if (whole.length() > shown.length() && whole.startsWith(shown))
            text.appendText(whole.substring(shown.length()));
        else if (!whole.equals(shown))
            text.setText(whole);
    }

    private Node begin() {
        prompt.setId("writing-prompt");
        prompt.setPromptText("How the text begins");
        prompt.setOnAction(_ -> start());
        HBox.setHgrow(prompt, Priority.ALWAYS);
        Button write = new Button("Write", new FontIcon(Feather.EDIT_3));
        write.setId("writing-start");
        write.getStyleClass().add("accent");
        write.setOnAction(_ -> start());
        Button stop = new Button("Stop", new FontIcon(Feather.SQUARE));
        stop.setId("writing-stop");
        stop.disableProperty().bind(writer.busyProperty().not());
        stop.setOnAction(_ -> writer.stop());
        HBox line = new HBox(8, prompt, write, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node settings() {
        HBox line = new HBox(8);
        line.setAlignment(Pos.CENTER_LEFT);
        for (Param param : Writer.params()) {
            TextField field = new Field(Values.text(param.initial()));
            field.setId("writing-" + param.name());
            field.setPrefColumnCount(SHORT);
            field.setTooltip(new Tooltip(param.help().replace("**", "")));
            field.setOnAction(_ -> start());
            settings.put(param.name(), field);
            Label title = new Label(param.title());
            title.setLabelFor(field);
            line.getChildren().addAll(title, field);
        }
        return line;
    }

    private Node refusal() {
        Label refusal = new Label();
        refusal.setId("writing-refusal");
        refusal.getStyleClass().add("error-message");
        refusal.setWrapText(true);
        refusal.textProperty().bind(writer.refusalProperty());
        refusal.visibleProperty().bind(Bindings.isNotEmpty(writer.refusalProperty()));
        refusal.managedProperty().bind(refusal.visibleProperty());
        return refusal;
    }

    private void start() {
        Map<String, String> typed = new LinkedHashMap<>();
        settings.forEach((name, field) -> typed.put(name, field.getText().strip()));
        writer.start(prompt.getText(), typed);
    }
}
