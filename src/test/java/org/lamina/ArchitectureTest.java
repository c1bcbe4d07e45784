package org.lamina;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamina.ui.Area;
import org.lamina.ui.Field;
import org.lamina.ui.Picker;

/// Who may import whom, and who may do what, so that the parts stay parts.
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.lamina");

    private static final List<String> PACKAGES = List.of("file", "tensor", "spec", "layers", "graph", "project", "data",
            "template", "compile", "study", "probe", "engine", "export", "app", "ui", "cli");

    /// Before the rules: a rule over no classes would hold.
    @Test
    void everyPackageHasClassesToJudge() {
        assertThat(CLASSES.size()).isGreaterThan(200);
        assertThat(PACKAGES).allSatisfy(name -> assertThat(in(name)).as(name).isNotEmpty());
    }

    /// Nobody imports `layers`: they are discovered. `ui` sees of `project` the values that the canvas draws.
    @ParameterizedTest(name = "{0} imports {1}")
    @CsvSource({
            "file,    ''",
            "tensor,  file",
            "spec,    tensor",
            "layers,  tensor spec",
            "graph,   tensor spec",
            "data,    file tensor spec",
            "project, file tensor spec graph data",
            "template, tensor spec graph data project",
            "compile, tensor spec graph",
            "study,   tensor spec graph",
            "probe,   tensor spec graph project data compile study",
            "engine,  file tensor spec graph project data compile study probe",
            "export,  file tensor spec graph project",
            "app,     file tensor spec graph project data template study engine export",
            "ui,      file tensor spec graph project study app",
            "cli,     file tensor spec graph project data engine export"})
    void packagesImportOnlyTheirOwnRow(String name, String allowed) {
        List<String> mayUse = List.of(allowed.split(" ", -1));
        String[] others = PACKAGES.stream().filter(p -> !p.equals(name) && !mayUse.contains(p))
                .map(p -> "org.lamina." + p + "..").toArray(String[]::new);
        noClasses().that().resideInAPackage("org.lamina." + name + "..").should().dependOnClassesThat()
                .resideInAnyPackage(others).check(CLASSES);
    }

    @ParameterizedTest(name = "{0} is seen only by {1}")
    @CsvSource({
            "ai.djl..,          spec layers compile probe engine data.download",
            "ai.djl.pytorch..,  engine",
            "ai.djl.engine..,   compile engine",
            "javafx..,          app ui",
            "javafx.scene..,    ui",
            "javafx.stage..,    ui",
            "de.javagl..,       app",
            "org.ejml..,        app",
            "org.jfree..,       ui",
            "ai.onnxruntime..,  export",
            "org.controlsfx..,  ui",
            "picocli..,         cli"})
    void librariesAreSeenOnlyByThoseWhoNeedThem(String library, String allowed) {
        String[] those = Stream.of(allowed.split(" ", -1)).map(p -> "org.lamina." + p + "..").toArray(String[]::new);
        noClasses().that().resideInAPackage("org.lamina.*..").and().resideOutsideOfPackages(those).should()
                .dependOnClassesThat().resideInAPackage(library).check(CLASSES);
    }

    /// What the signature of a DJL block needs beside arrays and blocks.
    @Test
    void layersNeedOfDjlOnlyBlocksAndArrays() {
        noClasses().that().resideInAnyPackage("org.lamina.spec..", "org.lamina.layers..").should()
                .dependOnClassesThat(resideInAnyPackage("ai.djl..")
                        .and(DescribedPredicate.not(resideInAnyPackage("ai.djl.nn..", "ai.djl.ndarray..",
                                "ai.djl.training", "ai.djl.training.initializer", "ai.djl.util"))))
                .check(CLASSES);
    }

    /// DJL frees the number's memory at once, though the backward pass reads it again (`Blocks.number` does not). What
    /// updates parameters runs without recording.
    @Test
    void whatIsRecordedCalculatesWithArraysNotNumbers() {
        noClasses().that().resideInAnyPackage("org.lamina.spec..", "org.lamina.layers..", "org.lamina.compile..",
                "org.lamina.probe..", "org.lamina.engine..").and().areNotAssignableTo("org.lamina.engine.Updater")
                .should()
                .callMethodWhere(DescribedPredicate.describe("multiplies an array by a number",
                        call -> call.getTargetOwner().getFullName().equals("ai.djl.ndarray.NDArray")
                                && List.of("mul", "muli", "div", "divi", "pow", "powi", "mod", "maximum", "minimum")
                                        .contains(call.getName())
                                && call.getTarget().getRawParameterTypes().getFirst().isEquivalentTo(Number.class)))
                .check(CLASSES);
    }

    /// Every array comes from the manager of a network, and that one names its device.
    @Test
    void noArrayIsMadeWithoutNamingItsDevice() {
        noClasses().that().doNotHaveFullyQualifiedName("org.lamina.engine.Torch").should()
                .callMethodWhere(DescribedPredicate.describe("makes a manager of the default device",
                        call -> call.getName().equals("newBaseManager")
                                || (call.getTargetOwner().getFullName().equals("ai.djl.Model")
                                        && call.getName().equals("newInstance"))))
                .check(CLASSES);
    }

    /// JavaFX's own fields keep a window from resting.
    @Test
    void textIsWrittenInFieldsThatRest() {
        noClasses().that().doNotBelongToAnyOf(Field.class, Area.class).should().callConstructor(TextField.class)
                .orShould().callConstructor(TextField.class, String.class).orShould().callConstructor(TextArea.class)
                .orShould().callConstructor(TextArea.class, String.class).check(CLASSES);
    }

    /// JavaFX's own lists to choose from are laid out whole to learn how wide they are.
    @Test
    void whatIsToBeChosenFromIsMeasured() {
        noClasses().that().doNotBelongToAnyOf(Picker.class).should().callConstructor(ComboBox.class).check(CLASSES);
    }

    @Test
    void noEngineMethodShowsAnNdArray() {
        methods().that().arePublic().and().areDeclaredInClassesThat().resideInAPackage("org.lamina.engine..").and()
                .areDeclaredInClassesThat(DescribedPredicate.describe("are seen outside", ArchitectureTest::isSeen))
                .should(showNoNdArray()).check(CLASSES);
    }

    private static boolean isSeen(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isSeen).orElse(true);
    }

    private static ArchCondition<JavaMethod> showNoNdArray() {
        return new ArchCondition<>("show no ai.djl.ndarray type") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
                        .map(JavaClass::getName).filter(name -> name.startsWith("ai.djl.ndarray"))
                        .forEach(name -> events.add(SimpleConditionEvent.violated(method,
                                method.getFullName() + " shows " + name)));
            }
        };
    }

    @Test
    void oneDoorLeadsToTheFxThread() {
        noClasses().that().doNotHaveFullyQualifiedName("org.lamina.ui.FxDoor").should()
                .callMethod("javafx.application.Platform", "runLater", Runnable.class.getName()).check(CLASSES);
    }

    /// Others take an [Executor].
    @Test
    void onlyTheEngineAndTheCompositionRootStartThreads() {
        noClasses().that().resideOutsideOfPackages("org.lamina.engine..", "org.lamina").should()
                .callMethodWhere(DescribedPredicate.describe("starts a thread", call -> starts(
                        call.getTargetOwner().getFullName(), call.getName())))
                .orShould().callConstructorWhere(DescribedPredicate.describe("makes a thread",
                        call -> call.getTargetOwner().isAssignableTo(Thread.class)))
                .check(CLASSES);
    }

    private static boolean starts(String owner, String method) {
        return switch (owner) {
            case "java.lang.Thread" -> List.of("start", "startVirtualThread", "ofVirtual", "ofPlatform")
                    .contains(method);
            case "java.util.concurrent.Executors" -> true;
            default -> false;
        };
    }

    private static List<JavaClass> in(String name) {
        return CLASSES.stream().filter(c -> Arrays.asList(c.getPackageName().split("\\.", -1)).contains(name)).toList();
    }
}
