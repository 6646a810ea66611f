package io.sylion.governance.view;

import io.sylion.governance.api.ApiKeyNotFound;
import io.sylion.governance.domain.ApiKeySummary;
import io.sylion.governance.domain.ApiScope;
import io.sylion.governance.service.ApiKeyService;
import io.sylion.platform.faces.Messages;
import io.sylion.platform.faces.Redirect;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * Keys with which other systems work for the tenant. A new one is shown by the answer that made it, and never again. What is revoked
 * is what was shown, also when another key was made since.
 */
@Named("apiKeys")
@ViewScoped
public class ApiKeysView implements Serializable {
    private static final int LONGEST_NAME = 100;

    @Inject
    transient ApiKeyService service;

    @Inject
    transient Messages messages;

    private String name;
    private ApiScope scope = ApiScope.READ;
    private transient String made;
    private List<ApiKeySummary> keys;

    public List<ApiKeySummary> getKeys() {
        if (keys == null) {
            keys = service.keys();
        }
        return keys;
    }

    public void create() {
        made = null;
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            messages.error("governance", "keys.nameless");
            return;
        }
        made = service.create(name.strip(), scope);
        name = null;
        keys = null;
    }

    public void revoke(UUID id) {
        try {
            service.revoke(id);
            messages.info("governance", "keys.revoke.done");
        } catch (ApiKeyNotFound e) {
            messages.error("governance", "keys.gone");
        }
        Redirect.here();
    }

    public ApiScope[] getScopes() {
        return ApiScope.values();
    }

    /** The key itself, once. */
    public String getMade() {
        return made;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public ApiScope getScope() {
        return scope;
    }

    public void setScope(ApiScope scope) {
        this.scope = scope;
    }
}
