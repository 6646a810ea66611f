package io.sylion.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.sylion.platform.api.Feature;
import jakarta.persistence.Entity;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All classes of the product, read once, and what their packages say. */
final class SylionClasses {
    static final String ROOT = "io.sylion";
    static final List<String> MODULES = List.of("persistence", "ejb", "batch", "gateway", "web");
    static final JavaClasses ALL = new ClassFileImporter()
            .importPaths(MODULES.stream()
                    .map(module -> Path.of("..", module, "target", "classes"))
                    .toList());

    /** Feature names with the features that they may call. */
    static final Map<String, Set<String>> ARROWS = arrows();

    private SylionClasses() {}

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        ALL.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .filter(type -> type.isAnnotatedWith(Feature.class))
                .sorted(Comparator.comparing(JavaClass::getPackageName))
                .forEach(type -> arrows.computeIfAbsent(feature(type), feature -> new TreeSet<>())
                        .addAll(Arrays.asList(
                                type.getAnnotationOfType(Feature.class).uses())));
        return arrows;
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT + ".");
    }

    /** The word after the root: {@code usage} of {@code io.sylion.usage.domain}. */
    static String feature(JavaClass type) {
        return segment(type, 2);
    }

    /** The word after the feature: {@code domain} of {@code io.sylion.usage.domain}. */
    static String leaf(JavaClass type) {
        return segment(type, 3);
    }

    private static String segment(JavaClass type, int position) {
        String[] segments = type.getPackageName().split("\\.");
        return segments.length > position ? segments[position] : "";
    }

    static boolean isPlatform(JavaClass type) {
        return feature(type).equals("platform");
    }

    /** The Maven module whose folder a class was read from. */
    static String module(JavaClass type) {
        String source =
                type.getSource().map(from -> from.getUri().getPath()).orElse("").replace('\\', '/');
        return MODULES.stream()
                .filter(module -> source.contains("/" + module + "/target/classes/"))
                .findFirst()
                .orElse("");
    }

    static Stream<JavaClass> topLevel() {
        return ALL.stream()
                .filter(type -> !type.isNestedClass()
                        && !type.isAnonymousClass()
                        && !type.getSimpleName().equals("package-info"));
    }

    static boolean isEntity(JavaClass type) {
        return type.isAnnotatedWith(Entity.class);
    }

    /** A type that may cross the border of its feature although it lives in {@code domain}. */
    static boolean isPlainValue(JavaClass type) {
        return type.isRecord()
                || type.isEnum()
                || type.isInterface()
                || type.isAssignableTo(Throwable.class)
                || type.getEnclosingClass().map(SylionClasses::isPlainValue).orElse(false);
    }
}
