package io.sylion.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.sylion.architecture.SylionClasses.ALL;
import static io.sylion.architecture.SylionClasses.ARROWS;
import static io.sylion.architecture.SylionClasses.feature;
import static io.sylion.architecture.SylionClasses.isEntity;
import static io.sylion.architecture.SylionClasses.isOurs;
import static io.sylion.architecture.SylionClasses.isPlainValue;
import static io.sylion.architecture.SylionClasses.isPlatform;
import static io.sylion.architecture.SylionClasses.leaf;
import static io.sylion.architecture.SylionClasses.module;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where things are and who may call whom. */
class FeatureLayoutTest {
    private static final Map<String, String> MODULE_OF_LEAF = Map.ofEntries(
            Map.entry("domain", "persistence"),
            Map.entry("api", "ejb"),
            Map.entry("service", "ejb"),
            Map.entry("message", "ejb"),
            Map.entry("adapter", "ejb"),
            Map.entry("job", "batch"),
            Map.entry("hook", "gateway"),
            Map.entry("view", "web"),
            Map.entry("rest", "web"),
            Map.entry("push", "web"));

    private static final Map<String, String> MODULE_OF_PLATFORM = Map.of(
            "persistence", "persistence", "health", "persistence", "job", "batch", "faces", "web", "rest", "web");

    /** Open to all; their arrows are in nobody's list. */
    private static final Set<String> OPEN = Set.of("platform", "tenant", "governance");

    /** Who is bound to the thread: the one thing about tenants that the platform knows. */
    private static final DescribedPredicate<JavaClass> TENANT_SCOPE = DescribedPredicate.describe(
            "the tenant scope",
            type -> type.getPackageName().equals("io.sylion.tenant.domain")
                    && Set.of("TenantScope", "Actor", "Role", "NoTenantBound").contains(type.getSimpleName()));

    @Test
    void r1LeafSaysModule() {
        assertThat(ALL.stream()
                        .filter(type -> !module(type).equals(expectedModule(type)))
                        .map(JavaClass::getName))
                .as("classes that do not lie in the module that their package names")
                .isEmpty();
    }

    private static String expectedModule(JavaClass type) {
        if (!isPlatform(type)) {
            return MODULE_OF_LEAF.get(leaf(type));
        }
        boolean port = type.getPackageName().endsWith(".api");
        return port ? "ejb" : MODULE_OF_PLATFORM.getOrDefault(leaf(type), "ejb");
    }

    @Test
    void r2FeaturesFormNoCycles() {
        slices().matching("io.sylion.(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAPackage("io.sylion.platform.."), TENANT_SCOPE)
                // who may call is written on every boundary, that of the tenant too
                .ignoreDependency(alwaysTrue(), resideInAPackage("io.sylion.governance.api"))
                .check(ALL);
    }

    @Test
    void r2LeavesFormNoCycles() {
        slices().matching("io.sylion.(*).(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAPackage("io.sylion.platform.."), TENANT_SCOPE)
                .check(ALL);
    }

    @Test
    void r3FeaturesUseOnlyWhatTheyDeclare() {
        List<String> violations = ALL.stream()
                .filter(type -> !isPlatform(type))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isOurs(dependency.getTargetClass()) && !isPlatform(dependency.getTargetClass()))
                .filter(dependency ->
                        !feature(dependency.getOriginClass()).equals(feature(dependency.getTargetClass())))
                .filter(dependency -> !isDeclared(dependency) || !isOpen(dependency.getTargetClass()))
                .map(Dependency::getDescription)
                .distinct()
                .toList();
        assertThat(violations).isEmpty();
    }

    private static boolean isDeclared(Dependency dependency) {
        String target = feature(dependency.getTargetClass());
        Set<String> uses = ARROWS.getOrDefault(feature(dependency.getOriginClass()), Set.of());
        return OPEN.contains(target) || uses.contains(target);
    }

    private static boolean isOpen(JavaClass target) {
        return switch (leaf(target)) {
            case "api" -> true;
            case "service" -> target.getModifiers().contains(JavaModifier.PUBLIC);
            case "domain" -> isPlainValue(target) && !isEntity(target);
            default -> false;
        };
    }

    @Test
    void r3PlatformKnowsNoFeature() {
        List<String> violations = ALL.stream()
                .filter(SylionClasses::isPlatform)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isOurs(dependency.getTargetClass()) && !isPlatform(dependency.getTargetClass()))
                .filter(dependency -> !TENANT_SCOPE.test(dependency.getTargetClass())
                        && !(OPEN.contains(feature(dependency.getTargetClass()))
                                && isOpen(dependency.getTargetClass())))
                .map(Dependency::getDescription)
                .distinct()
                .toList();
        assertThat(violations).isEmpty();
    }

    @Test
    void r4DomainStandsAlone() {
        List<String> allowed = List.of(
                "java.",
                "javax.sql.",
                "jakarta.persistence.",
                "jakarta.validation.",
                "jakarta.enterprise.context.",
                "jakarta.inject.",
                "org.hibernate.",
                "io.sylion.platform.");
        List<String> violations = ALL.stream()
                .filter(type -> leaf(type).equals("domain") && !isPlatform(type))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    return !target.isPrimitive()
                            && allowed.stream().noneMatch(prefix -> (target.getPackageName() + '.').startsWith(prefix))
                            && !(isOurs(target) && leaf(target).equals("domain"));
                })
                .map(Dependency::getDescription)
                .distinct()
                .toList();
        assertThat(violations).isEmpty();
    }

    @Test
    void r5FacesOfTheProductSeeNoTables() {
        List<String> violations = ALL.stream()
                .filter(type -> Set.of("view", "rest", "push", "hook").contains(leaf(type)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> {
                    JavaClass target = dependency.getTargetClass();
                    return target.getPackageName().startsWith("jakarta.persistence")
                            || isEntity(target)
                            || isOurs(target)
                                    && (target.getSimpleName().endsWith("Repository")
                                            || Set.of("message", "adapter", "job")
                                                            .contains(leaf(target))
                                                    && !isPlatform(target));
                })
                .map(Dependency::getDescription)
                .distinct()
                .toList();
        assertThat(violations).isEmpty();
    }

    @Test
    void r6ModulesKeepTheirOrder() {
        Map<String, Set<String>> sees = Map.of(
                "persistence", Set.of("persistence"),
                "ejb", Set.of("persistence", "ejb"),
                "batch", Set.of("persistence", "ejb", "batch"),
                "gateway", Set.of("persistence", "ejb", "gateway"),
                "web", Set.of("persistence", "ejb", "web"));
        List<String> violations = ALL.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isOurs(dependency.getTargetClass()))
                .filter(dependency -> !sees.get(module(dependency.getOriginClass()))
                        .contains(module(dependency.getTargetClass().getBaseComponentType())))
                .map(Dependency::getDescription)
                .distinct()
                .toList();
        assertThat(violations).isEmpty();
    }

    @Test
    void r18EveryFeatureDeclaresItself() {
        assertThat(ALL.stream()
                        .filter(type -> !isPlatform(type))
                        .map(SylionClasses::feature)
                        .distinct())
                .isSubsetOf(ARROWS.keySet());
        assertThat(ARROWS.values().stream().flatMap(Set::stream).distinct())
                .as("every arrow points at a feature")
                .isSubsetOf(ARROWS.keySet());
    }
}
