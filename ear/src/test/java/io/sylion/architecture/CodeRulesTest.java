package io.sylion.architecture;

import static io.sylion.architecture.SylionClasses.ALL;
import static io.sylion.architecture.SylionClasses.isEntity;
import static io.sylion.architecture.SylionClasses.isOurs;
import static io.sylion.architecture.SylionClasses.isPlatform;
import static io.sylion.architecture.SylionClasses.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import io.sylion.governance.api.Permit;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ApplicationException;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How classes of each role are written. */
class CodeRulesTest {

    @Test
    void r7EntitiesChangeByVerbs() {
        List<JavaClass> entities = ALL.stream().filter(SylionClasses::isEntity).toList();
        none(
                entities.stream().flatMap(type -> type.getMethods().stream()),
                method -> isPublic(method) && method.getName().matches("set[A-Z].*"),
                "public setters");
        none(
                entities.stream().flatMap(type -> type.getConstructors().stream()),
                made -> isPublic(made) && made.getParameters().isEmpty(),
                "public constructors without arguments");
        none(
                entities.stream(),
                type -> type.getAllFields().stream().noneMatch(field -> field.isAnnotatedWith(Version.class)),
                "entities without a version");
        none(
                entities.stream().flatMap(type -> type.getAllFields().stream()),
                field -> isEager(field) || isEnumByNumber(field),
                "eager associations and enums by number");
    }

    private static boolean isEager(JavaField field) {
        return field.isAnnotatedWith(ManyToOne.class)
                        && field.getAnnotationOfType(ManyToOne.class).fetch() != FetchType.LAZY
                || field.isAnnotatedWith(OneToOne.class)
                        && field.getAnnotationOfType(OneToOne.class).fetch() != FetchType.LAZY;
    }

    private static boolean isEnumByNumber(JavaField field) {
        return field.getRawType().isEnum()
                && !field.getModifiers().contains(JavaModifier.STATIC)
                && !(field.isAnnotatedWith(Enumerated.class)
                        && field.getAnnotationOfType(Enumerated.class).value() == EnumType.STRING);
    }

    @Test
    void r8TransactionsBeginInServices() {
        none(
                ALL.stream(),
                type -> type.isAnnotatedWith(Stateless.class) && !leaf(type).equals("service") && !isPlatform(type),
                "session beans outside service");
        none(
                ALL.stream()
                        .flatMap(type -> Stream.<HasAnnotations<?>>concat(Stream.of(type), type.getMethods().stream())),
                each -> each.isAnnotatedWith(TransactionAttribute.class) && !maySetTransaction(each),
                "transaction attributes outside service");
    }

    /** A consumer, a job or a timer may only say that it has none. */
    private static boolean maySetTransaction(HasAnnotations<?> each) {
        JavaClass type = each instanceof JavaMethod method ? method.getOwner() : (JavaClass) each;
        if (leaf(type).equals("service") || isPlatform(type)) {
            return true;
        }
        return Set.of("message", "job").contains(leaf(type))
                && each.getAnnotationOfType(TransactionAttribute.class)
                        .value()
                        .name()
                        .equals("NOT_SUPPORTED");
    }

    @Test
    void r9VendorsStayBehindAdapters() {
        noDependency(
                type -> !leaf(type).equals("adapter") && !isPlatform(type),
                target -> target.getPackageName().startsWith("com.google.")
                        || target.getPackageName().startsWith("java.net.http")
                        || target.getPackageName().startsWith("dev.langchain4j.model.openai")
                        || target.getPackageName().startsWith("okhttp3"));
        noDependency(
                type -> isPlatform(type) && !type.getPackageName().contains(".adapter"),
                target -> target.getPackageName().startsWith("com.google.genai")
                        || target.getPackageName().startsWith("java.net.http")
                        || target.getPackageName().startsWith("dev.langchain4j.model.openai"));
    }

    @Test
    void r10AdaptersAreChosenByTheirProducerOnly() {
        noDependency(
                type -> !type.getPackageName().contains(".adapter") && !isPlatform(type),
                target -> isOurs(target) && target.getPackageName().contains(".adapter"));
    }

    @Test
    void r11BrokerAndJobsHaveTheirPlaces() {
        noDependency(
                type -> !type.getPackageName().startsWith("io.sylion.platform.job"),
                target -> target.getName().equals("jakarta.batch.operations.JobOperator"));
        noDependency(
                type -> !Set.of("message", "hook", "push").contains(leaf(type)) && !isPlatform(type),
                target -> target.getPackageName().equals("jakarta.jms"));
    }

    @Test
    void r12MessagesAreTextAndFailuresAreLoud() {
        noDependency(type -> true, target -> target.getName().equals("jakarta.jms.ObjectMessage"));
        none(
                ALL.stream()
                        .filter(type -> type.isAnnotatedWith(MessageDriven.class))
                        .flatMap(type -> type.getMethods().stream()),
                method -> method.getTryCatchBlocks().stream()
                        .flatMap(block -> block.getCaughtThrowables().stream())
                        .anyMatch(caught ->
                                Set.of("Exception", "RuntimeException").contains(caught.getSimpleName())),
                "consumers that swallow failures");
    }

    @Test
    void r13ClassesNeedFewOthers() {
        none(
                ALL.stream(),
                type -> type.getFields().stream()
                                .filter(field -> field.isAnnotatedWith(Inject.class))
                                .count()
                        > (leaf(type).equals("view") ? 4 : 5),
                "classes with too many injections");
    }

    @Test
    void r15FacesIsReachedThroughThePlatform() {
        noDependency(
                type -> !type.getPackageName().startsWith("io.sylion.platform."),
                target -> Set.of("org.primefaces.PrimeFaces", "jakarta.faces.context.FacesContext")
                        .contains(target.getName()));
    }

    @Test
    void r16TimeComesFromTheClock() {
        none(
                ALL.stream().flatMap(type -> type.getMethodCallsFromSelf().stream()),
                CodeRulesTest::readsTheTime,
                "calls that read the machine's time");
        none(
                ALL.stream().filter(SylionClasses::isEntity).flatMap(type -> type.getAllFields().stream()),
                field -> field.getRawType().getName().equals("java.time.LocalDateTime"),
                "stored times without a zone");
    }

    private static boolean readsTheTime(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        boolean now = owner.getPackageName().equals("java.time")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return now || owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
    }

    @Test
    void r17QueriesLiveInRepositories() {
        noDependency(
                type -> !isPlatform(type) && !outermost(type).getSimpleName().endsWith("Repository"),
                target -> target.getName().equals("jakarta.persistence.EntityManager"));
    }

    @Test
    void r20EveryBoundarySaysWhoMayCall() {
        none(
                ALL.stream()
                        .filter(type -> leaf(type).equals("service") && !isPlatform(type))
                        .filter(type -> type.isAnnotatedWith(Stateless.class)
                                || type.isAnnotatedWith(Singleton.class)
                                || type.isMetaAnnotatedWith("jakarta.enterprise.context.NormalScope")
                                        && isPublic(type.getModifiers()))
                        .filter(type -> !saysWhoMayCall(type))
                        .flatMap(type -> type.getMethods().stream()),
                method -> isPublic(method)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !observes(method)
                        && !saysWhoMayCall(method),
                "public methods of services without @Permit or @PermitAll");
    }

    /** Any other runtime exception is wrapped by the container, and nobody catches what it was. */
    @Test
    void failuresReachTheirCallersUnwrapped() {
        none(
                ALL.stream().filter(type -> leaf(type).equals("api") && !isPlatform(type)),
                type -> type.isAssignableTo(RuntimeException.class)
                        && !type.isAnnotatedWith(ApplicationException.class),
                "failures of an api without @ApplicationException");
    }

    private static boolean saysWhoMayCall(CanBeAnnotated each) {
        return each.isAnnotatedWith(Permit.class) || each.isAnnotatedWith(PermitAll.class);
    }

    private static boolean observes(JavaMethod method) {
        return method.getParameters().stream().anyMatch(parameter -> parameter.isAnnotatedWith(Observes.class));
    }

    @Test
    void tenantColumnsBelongToTenantOwnedEntities() {
        none(
                ALL.stream().filter(type -> isEntity(type)),
                type -> !type.isAssignableTo("io.sylion.platform.persistence.TenantOwned")
                        && type.getAllFields().stream().anyMatch(CodeRulesTest::isTenantColumn),
                "entities with a tenant that do not extend TenantOwned");
    }

    private static boolean isTenantColumn(JavaField field) {
        return field.getName().equals("tenantId")
                || field.getAnnotations().stream()
                        .map(JavaAnnotation::getProperties)
                        .anyMatch(properties -> "tenant_id".equals(properties.get("name")));
    }

    private static void noDependency(Predicate<JavaClass> from, Predicate<JavaClass> to) {
        assertThat(ALL.stream()
                        .filter(from)
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(dependency -> to.test(dependency.getTargetClass()))
                        .map(Dependency::getDescription)
                        .distinct())
                .isEmpty();
    }

    private static <T> void none(Stream<T> things, Predicate<? super T> bad, String words) {
        assertThat(things.filter(bad).map(CodeRulesTest::name).distinct())
                .as(words)
                .isEmpty();
    }

    private static String name(Object thing) {
        return switch (thing) {
            case JavaClass type -> type.getName();
            case JavaMember member -> member.getFullName();
            case JavaMethodCall call -> call.getDescription();
            default -> thing.toString();
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(CodeRulesTest::outermost).orElse(type);
    }

    private static boolean isPublic(JavaMethod method) {
        return isPublic(method.getModifiers());
    }

    private static boolean isPublic(JavaConstructor constructor) {
        return isPublic(constructor.getModifiers());
    }

    private static boolean isPublic(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC);
    }
}
