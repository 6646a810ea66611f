package io.sylion.operations.service;

import io.sylion.conversation.service.ConversationSweep;
import io.sylion.governance.api.OperatorScope;
import io.sylion.operations.api.SystemState;
import io.sylion.platform.observe.Dependencies;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How the installation stands; open to the bound operator only, as there is no tenant here whose roles could be asked. */
@ApplicationScoped
@PermitAll
public class SystemService {
    @Inject
    Dependencies dependencies;

    @Inject
    ConversationSweep conversations;

    public SystemState state() {
        OperatorScope.check();
        return new SystemState(dependencies.all(), conversations.unknownSends());
    }
}
