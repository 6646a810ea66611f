package io.sylion.inbox.view;

import io.sylion.platform.faces.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Words for why something was decided. */
@Named("reasons")
@RequestScoped
public class ReasonWords {
    private static final String TENANTS_RULE = "rule:";

    @Inject
    Texts texts;

    public String of(String code) {
        return of(texts, code);
    }

    /** Of a code; one of the tenant's own rules goes by its name. What has no words is shown as it is. */
    static String of(Texts texts, String code) {
        if (code == null) {
            return null;
        }
        return code.startsWith(TENANTS_RULE)
                ? texts.get("inbox", "reason.tenant-rule", code.substring(TENANTS_RULE.length()))
                : texts.getOr("inbox", "reason." + code, code);
    }
}
