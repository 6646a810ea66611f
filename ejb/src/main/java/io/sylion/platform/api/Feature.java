package io.sylion.platform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a feature on its {@code api} package and names the features that it may call; checked by the architecture tests. */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Feature {
    /** Other features, by their package word. {@code platform}, {@code tenant} and {@code governance} are open to all. */
    String[] uses() default {};
}
